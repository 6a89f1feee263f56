// @ts-check
import { join } from 'node:path'
import { createServer } from 'vite'
import { buildTargets } from '../build/build-targets.js'
import { targets } from '../build/targets.js'
import { findFreePort } from '../find-free-port.js'
import { root } from '../root.js'
import { assertPortFree } from '../stack/assert-port-free.js'
import { loadEnvFile } from '../stack/load-env-file.js'
import { printWelcome } from '../stack/print-welcome.js'
import { readSettings } from '../stack/read-settings.js'
import { runUntilStopped } from '../stack/run-until-stopped.js'
import { startStack } from '../stack/start-stack.js'
import { createRestarter } from './create-restarter.js'
import { watchFolder } from './watch-folder.js'
import { watchServer } from './watch-server.js'

const serverScript = join(root, 'dist', 'server', 'server.js')
const emulatorScript = join(root, 'emulator', 'main.ts')
/** @type {Promise<string>} */
const never = new Promise(() => {})

/**
 * The same as `npm start`, reloading: Vite answers on PORT and passes what is the app's on to it, so that addresses,
 * cookies and signatures are those of the real thing.
 */
export async function devCommand() {
  loadEnvFile(root)
  const settings = readSettings(process.env, root)
  const appPort = await findFreePort()
  const phones = targets.filter(({ output }) => output === 'dist/phones')
  const { launch, restart } = createRestarter()
  const restartApp = () => void restart(serverScript)

  await runUntilStopped(async (parts) => {
    await assertPortFree('PORT', settings.port)
    await buildTargets(root, phones)
    parts.push({ name: 'The server bundle', exited: never, stop: await watchServer(root, restartApp) })
    const stack = await startStack({ root, settings: { ...settings, port: appPort }, env: process.env, parts, launch })

    const vite = await startVite(settings.port, `http://127.0.0.1:${appPort}`)
    parts.push({ name: 'Vite', exited: never, stop: () => vite.close() })

    const unwatch = [
      watchFolder(join(root, 'migrations'), restartApp),
      watchFolder(join(root, 'emulator'), (paths) => {
        const ofPage = paths.filter((path) => path.startsWith('phones/'))
        if (ofPage.length > 0) void buildTargets(root, phones).catch((error) => console.error(error.message))
        if (ofPage.length < paths.length) void restart(emulatorScript, stack.connectEmulator)
      }),
    ]
    parts.push({ name: 'The watchers', exited: never, stop: async () => unwatch.forEach((end) => end()) })
    printWelcome(stack, settings.dataDir)
  })
}

/**
 * @param {number} port
 * @param {string} appUrl
 */
async function startVite(port, appUrl) {
  process.env.EVA_DEV_APP_URL = appUrl
  const ours = process.listeners('SIGTERM')
  const vite = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    server: { port },
    logLevel: 'warn',
  })
  // Vite would end the process by itself before the rest is drained.
  for (const listener of process.listeners('SIGTERM')) if (!ours.includes(listener)) process.off('SIGTERM', listener)
  return vite.listen()
}
