import type { KeptWebhook } from '@/lib/services/webhooks/kept-webhook'

/** Something Twilio lists and we have not heard of: the webhooks that would have told us, as if they came at `at`. */
export type Missed = { at: Date; webhooks: Pick<KeptWebhook, 'route' | 'raw'>[] }

/** A span of time, both ends included. */
export type Span = { from: Date; until: Date }

/** The parameters of a webhook as Twilio writes them; what is null is left out. */
export function rawWebhook(parameters: Record<string, string | number | null>): string {
  const present = Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))
  return new URLSearchParams(present).toString()
}

const pageSize = 1_000

/** All of a newest-first list of Twilio's between two times: each further page ends where the one before began. */
export async function listSpan<Item extends { createdAt: Date | null }>(
  { from, until }: Span,
  list: (span: Span & { limit: number }) => Promise<Item[]>,
): Promise<(Item & { createdAt: Date })[]> {
  const items: (Item & { createdAt: Date })[] = []
  for (let before = until; ;) {
    const page = await list({ from, until: before, limit: pageSize })
    // Twilio may take a filter by the day.
    for (const item of page) if (isWithin(item, from, until)) items.push(item)
    const oldest = page.at(-1)?.createdAt
    if (page.length < pageSize || !oldest || oldest >= before) return items
    before = oldest
  }
}

function isWithin<Item extends { createdAt: Date | null }>(
  item: Item,
  from: Date,
  until: Date,
): item is Item & { createdAt: Date } {
  return item.createdAt !== null && item.createdAt >= from && item.createdAt <= until
}
