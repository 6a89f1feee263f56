// @ts-check
import { startChild } from '../stack/start-child.js'

/** @import { ChildOptions, RunningChild } from '../stack/start-child.js' */

/**
 * Starts programs like `startChild`, and starts them anew when asked. One that dies is not the end of everything: it
 * waits for the next change.
 * @returns {{ launch: (options: ChildOptions) => RunningChild, restart: (script: string, then?: () => Promise<unknown>) => Promise<void> }}
 */
export function createRestarter() {
  /** @type {Map<string, { options: ChildOptions, current: RunningChild }>} */
  const children = new Map()
  let queue = Promise.resolve()

  /** @param {ChildOptions} options */
  const launch = (options) => {
    const child = { options, current: startChild(options) }
    children.set(options.script, child)
    return {
      name: options.name,
      pid: child.current.pid,
      script: options.script,
      get ready() {
        return child.current.ready
      },
      exited: new Promise(() => {}),
      stop: () => child.current.stop(),
    }
  }
  /**
   * @param {string} script
   * @param {() => Promise<unknown>} [then]
   */
  const again = async (script, then) => {
    const child = children.get(script)
    if (!child) return
    await child.current.stop()
    child.current = startChild(child.options)
    try {
      await child.current.ready
      await then?.()
      console.log(`${child.options.name} runs anew.`)
    } catch (error) {
      console.error(
        `${child.options.name} waits for a change. ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  /**
   * @param {string} script
   * @param {() => Promise<unknown>} [then]
   */
  const restart = (script, then) => (queue = queue.then(() => again(script, then)))
  return { launch, restart }
}
