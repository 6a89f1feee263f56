// @ts-check
import { tryPort } from '../find-free-port.js'
import { StartError } from '../start-error.js'

/**
 * @param {string} name of the setting
 * @param {number} port
 */
export async function assertPortFree(name, port) {
  const outcome = await tryPort(port)
  if ('port' in outcome) return
  throw new StartError(
    outcome.code === 'EADDRINUSE'
      ? `Port ${port} is already in use by another program; stop that, or choose another port with ${name}.`
      : `Port ${port} cannot be used (${outcome.code}); choose another with ${name}.`,
  )
}
