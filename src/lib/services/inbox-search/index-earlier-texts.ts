import type { CoreContext } from '@/lib/context'
import { indexWords } from '@/lib/services/inbox-search/index-words'

/** Texts read and indexed in one transaction. */
const batchSize = 1_000

/** Rounds in one job: it ends in good time, and the next one goes on. */
const rounds = 50

/** Adds the texts of before the search index to it, the newest first. Answers whether any are left. */
export async function indexEarlierTexts(ctx: Pick<CoreContext, 'database'>): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    if (!(await indexBatch(ctx))) return false
  }
  return true
}

type Backlog = { before_at: Date; before_id: string }
type TextRow = { id: string; conversation_id: string; body: string; created_at: Date }

/** One batch with the move of the mark; a second process waits for the first. By twilio_messages_newest. */
function indexBatch({ database }: Pick<CoreContext, 'database'>): Promise<boolean> {
  return database.transaction(async ({ client }) => {
    const backlog = await client.query<Backlog>('select before_at, before_id from inbox_search_backlog for update')
    const mark = backlog.rows[0]
    if (!mark) return false
    const { rows } = await client.query<TextRow>({
      name: 'earlier-texts',
      text: `select id, conversation_id, body, created_at from twilio_messages
             where (created_at, id) <= ($1, $2) order by created_at desc, id desc limit $3`,
      values: [mark.before_at, mark.before_id, batchSize + 1],
    })
    await indexWords(
      client,
      rows.slice(0, batchSize).map((row) => ({
        id: row.id,
        conversationId: row.conversation_id,
        kind: 'text',
        at: row.created_at.toISOString(),
        body: row.body,
      })),
    )
    const next = rows[batchSize]
    if (next) {
      const values = [next.created_at, next.id]
      await client.query('update inbox_search_backlog set before_at = $1, before_id = $2', values)
    } else await client.query('delete from inbox_search_backlog')
    return next !== undefined
  })
}
