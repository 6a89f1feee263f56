import type { CoreContext } from '@/lib/context'
import type { Greeting } from '@/shared/schemas/greeting'

export type GreetingRow = {
  id: string
  person_id: string | null
  heard_by: Greeting['heardBy']
  name: string
  words: string | null
  storage_key: string | null
  content_type: string | null
  created_at: Date
}

export function toGreeting(row: GreetingRow): Greeting {
  return {
    id: row.id,
    heardBy: row.heard_by,
    name: row.name,
    words: row.words,
    mine: row.person_id !== null,
    createdAt: row.created_at.toISOString(),
  }
}

/** The person who is acting; a key of the API and what runs by itself are nobody. */
export function personOf({ actor }: Pick<CoreContext, 'actor'>): string | null {
  return actor.type === 'operator' ? actor.userId : null
}
