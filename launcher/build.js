// @ts-check
import { prepare } from './prepare.js'
import { root } from './root.js'
import { runMain } from './run-main.js'

await runMain(async () => {
  await prepare()
  const { buildTargets } = await import('./build/build-targets.js')
  const { targets } = await import('./build/targets.js')
  const built = await buildTargets(root, targets)
  if (built.length === 0) console.log('Everything is built.')
})
