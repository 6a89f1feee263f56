import { InvalidError } from '@/shared/errors'

const largest = 9_223_372_036_854_775_807n

/** A cursor as clients send it: a decimal string, an event's id. Throws InvalidError. */
export function parseCursor(text: string): bigint {
  const cursor = /^\d{1,19}$/.test(text) ? BigInt(text) : null
  if (cursor === null || cursor > largest) throw new InvalidError('The cursor must be the id of an event.')
  return cursor
}
