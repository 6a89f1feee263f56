// @ts-check
import { buildTargets } from '../build/build-targets.js'
import { targets } from '../build/targets.js'
import { root } from '../root.js'
import { loadEnvFile } from './load-env-file.js'
import { printWelcome } from './print-welcome.js'
import { readSettings } from './read-settings.js'
import { runUntilStopped } from './run-until-stopped.js'
import { startStack } from './start-stack.js'

/** Builds what is stale, then runs everything until it is told to stop. */
export async function startCommand() {
  loadEnvFile(root)
  const settings = readSettings(process.env, root)
  await buildTargets(root, targets)
  await runUntilStopped(async (parts) => {
    const stack = await startStack({ root, settings, env: process.env, parts })
    printWelcome(stack, settings.dataDir)
  })
}
