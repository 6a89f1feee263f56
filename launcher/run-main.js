// @ts-check
import { StartError } from './start-error.js'

/**
 * Runs a command's main function; what a person can mend is shown as its sentence, anything else with its stack.
 * @param {() => Promise<unknown>} main
 */
export async function runMain(main) {
  try {
    await main()
  } catch (error) {
    const shown = error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`${shown}\n`)
    process.exitCode = 1
  }
}
