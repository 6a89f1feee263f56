import { InvalidError } from '@/shared/errors'

/** Where a list that is sorted by a time and an id goes on. Opaque to clients. */
export type Cursor = { at: Date; id: string }

const shape = /^(\d{1,13})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.getTime()}~${id}`).toString('base64url')
}

/** Throws InvalidError for text that no list of ours handed out. */
export function decodeCursor(cursor: string): Cursor {
  const match = shape.exec(Buffer.from(cursor, 'base64url').toString())
  const [, time, id] = match ?? []
  if (time === undefined || id === undefined) {
    throw new InvalidError('This cursor is not one of ours. Start the list again without it.')
  }
  return { at: new Date(Number(time)), id }
}

/** Cuts rows fetched with `limit + 1` down to a page; the last one kept says where the next page begins. */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  cursorOf: (row: Row) => Cursor,
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return {
    items: kept.map((row) => toItem(row)),
    nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null,
  }
}
