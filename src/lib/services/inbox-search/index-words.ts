import type pg from 'pg'
import { arrayLiteral } from '@/lib/db/array-literal'
import { storable } from '@/lib/utils/storable'
import { searchWords } from '@/shared/conversations/search-words'

/** Something with words: a text or a note. */
export type WordsOf = { id: string; conversationId: string; kind: 'text' | 'note'; at: string; body: string }

/** Adds texts and notes to the search index; what is there already stays. */
export async function indexWords(client: Pick<pg.ClientBase, 'query'>, entries: readonly WordsOf[]): Promise<void> {
  const withWords = entries
    .map((entry) => ({ ...entry, words: searchWords(storable(entry.body)) }))
    .filter((entry) => entry.words.length > 0)
  if (withWords.length === 0) return
  await client.query({
    name: 'index-words',
    text: `insert into inbox_search (id, conversation_id, kind, at, words)
           select id, conversation_id, kind, at, array_to_tsvector(string_to_array(words, ' '))
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) as entry (id, conversation_id, kind, at, words)
           on conflict (id) do nothing`,
    values: [
      arrayLiteral(withWords.map((entry) => entry.id)),
      arrayLiteral(withWords.map((entry) => entry.conversationId)),
      arrayLiteral(withWords.map((entry) => entry.kind)),
      arrayLiteral(withWords.map((entry) => entry.at)),
      arrayLiteral(withWords.map((entry) => entry.words.join(' '))),
    ],
  })
}

/** Takes texts and notes out of the search index, by its primary key. */
export async function forgetWords(client: Pick<pg.ClientBase, 'query'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await client.query({
    name: 'forget-words',
    text: 'delete from inbox_search where id = any($1::uuid[])',
    values: [[...ids]],
  })
}
