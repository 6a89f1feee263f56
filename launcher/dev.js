// @ts-check
import { prepare } from './prepare.js'
import { runMain } from './run-main.js'

await runMain(async () => {
  await prepare()
  const { devCommand } = await import('./dev/dev-command.js')
  await devCommand()
})
