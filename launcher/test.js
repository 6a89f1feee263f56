// @ts-check
import { prepare } from './prepare.js'
import { runMain } from './run-main.js'

await runMain(async () => {
  await prepare()
  const { testCommand } = await import('./test-run/test-command.js')
  if (!(await testCommand())) process.exitCode = 1
})
