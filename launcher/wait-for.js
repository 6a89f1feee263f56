// @ts-check
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Asks again every few milliseconds until the answer is true or the time is up.
 * @param {() => boolean | Promise<boolean>} isDone
 * @param {{ timeoutMs: number, everyMs?: number }} options
 * @returns {Promise<boolean>} false when the time was up first
 */
export async function waitFor(isDone, { timeoutMs, everyMs = 20 }) {
  const deadline = performance.now() + timeoutMs
  while (!(await isDone())) {
    if (performance.now() > deadline) return false
    await delay(everyMs)
  }
  return true
}
