import { z } from 'zod'

const WithCursor = z.union([
  z.object({ syncCursor: z.string() }).transform((answer) => answer.syncCursor),
  z.object({ pages: z.array(z.object({ syncCursor: z.string() })) }).transform(({ pages }) => lowest(pages)),
])

/** Whether an answer was read before the live stream began, so that events between the two were missed. */
export function isOlderThan(cursor: string, data: unknown) {
  const parsed = WithCursor.safeParse(data)
  return parsed.success && parsed.data !== null && BigInt(parsed.data) < BigInt(cursor)
}

function lowest(pages: { syncCursor: string }[]) {
  return pages
    .map((page) => page.syncCursor)
    .reduce<string | null>((low, cursor) => (low !== null && BigInt(low) < BigInt(cursor) ? low : cursor), null)
}
