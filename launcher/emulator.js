// @ts-check
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare } from './prepare.js'
import { root } from './root.js'
import { runMain } from './run-main.js'

await runMain(async () => {
  await prepare()
  const { buildTargets } = await import('./build/build-targets.js')
  const { targets } = await import('./build/targets.js')
  const { loadEnvFile } = await import('./stack/load-env-file.js')
  loadEnvFile(root)
  await buildTargets(
    root,
    targets.filter(({ output }) => output === 'dist/phones'),
  )
  await import(pathToFileURL(join(root, 'emulator', 'main.ts')).href)
})
