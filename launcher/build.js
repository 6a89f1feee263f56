// @ts-check
import { buildTargets } from './build/build-targets.js'
import { targets } from './build/targets.js'
import { root } from './root.js'
import { runMain } from './run-main.js'

await runMain(async () => {
  const built = await buildTargets(root, targets)
  if (built.length === 0) console.log('Everything is built.')
})
