import type { Element } from './parse-twiml.ts'
import { placeOf } from './verb.ts'
import type { Outcome, Run } from './verb.ts'

export function hasAction(element: Element): boolean {
  return element.attributes['action'] !== undefined
}

/** Where a call goes after a verb with an action of its own choosing: to that, told the result, or to the next verb. */
export function nextAfter(run: Run, element: Element, result: Record<string, string>): Outcome {
  if (!hasAction(element)) return 'next'
  const place = placeOf(run, element, 'action', result)
  return place === null ? { end: 'completed' } : { go: place }
}
