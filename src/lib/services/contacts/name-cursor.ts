import { z } from 'zod'
import { InvalidError } from '@/shared/errors'

const shape = z.tuple([z.string(), z.uuid()])

/** Where the list of contacts, sorted by lower-case name and id, goes on. `name` is as the database lowered it. */
export function encodeNameCursor(name: string, id: string) {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

export function decodeNameCursor(cursor: string) {
  try {
    const [name, id] = shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { name, id }
  } catch {
    throw new InvalidError('This cursor is not one of ours. Start the list again without it.')
  }
}
