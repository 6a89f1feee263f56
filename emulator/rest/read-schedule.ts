import type { World } from '../world.ts'
import type { Form } from './form.ts'
import { RestError } from './rest-error.ts'

const nearestMs = 300_000
const farthestMs = 35 * 86_400_000

/** When a text shall be sent, in milliseconds since the epoch; null for at once. */
export function readSchedule(world: World, form: Form): number | null {
  const type = form.text('ScheduleType')
  const text = form.text('SendAt')
  if (!text) {
    if (type) throw new RestError(400, 35_111, "'SendAt' timestamp is missing")
    return null
  }
  if (type !== 'fixed') throw new RestError(400, 35_126, "The 'ScheduleType' value provided is not supported")
  const at = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw new RestError(400, 35_114, `'SendAt' is not a timestamp: ${text}`)
  const ahead = at - world.clock.now()
  if (ahead < nearestMs || ahead > farthestMs) {
    throw new RestError(400, 35_115, "'SendAt' must be at least 300 seconds and at most 35 days in the future")
  }
  return at
}
