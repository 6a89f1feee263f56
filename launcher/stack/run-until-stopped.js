// @ts-check
import { StartError } from '../start-error.js'
import { whenParentEnds } from '../when-parent-ends.js'

/** @import { Part } from './start-stack.js' */

/**
 * Runs parts that are started by `start` until Ctrl-C, SIGTERM, the death of who started us, or of one of them; then
 * stops them, the last started first, and ends the process.
 * @param {(parts: Part[]) => Promise<unknown>} start puts each part into the list as soon as it runs
 */
export async function runUntilStopped(start) {
  /** @type {Part[]} */
  const parts = []
  const asked = whenAskedToStop()
  let code = 0
  try {
    // Two races, because parts that die while others start are told by the start itself.
    const started = await Promise.race([start(parts).then(() => true), asked])
    if (started) await Promise.race([asked, whenOneDies(parts)])
  } catch (error) {
    code = 1
    const shown = error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error)
    if (shown) process.stderr.write(`${shown}\n`)
  }
  for (const part of parts.toReversed()) await part.stop()
  process.exit(code)
}

/** @returns {Promise<false>} */
function whenAskedToStop() {
  return new Promise((resolve) => {
    // npm passes on the Ctrl-C that the terminal also sends us, so asking twice means nothing.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(false))
    process.once('disconnect', () => resolve(false))
    whenParentEnds(() => resolve(false))
  })
}

/**
 * @param {Part[]} parts
 * @returns {Promise<never>}
 */
async function whenOneDies(parts) {
  const { name, how } = await Promise.race(parts.map(async (part) => ({ name: part.name, how: await part.exited })))
  throw new StartError(`${name} stopped by itself (${how}); everything is stopped, nothing is lost. Start again.`)
}
