// @ts-check
import { prepare } from './prepare.js'
import { runMain } from './run-main.js'

await runMain(async () => {
  await prepare()
  const { startCommand } = await import('./stack/start-command.js')
  await startCommand()
})
