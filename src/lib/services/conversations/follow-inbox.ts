import type pg from 'pg'
import { arrayLiteral } from '@/lib/db/array-literal'
import {
  conversationColumns,
  conversationContactJoin,
  toConversation,
  type ConversationRow,
} from '@/lib/services/conversations/to-conversation'
import { writeChanges } from '@/lib/services/conversations/write-changes'
import { defineFollower, type EventOf } from '@/lib/services/followers/follower'
import { forgetWords, indexWords, type WordsOf } from '@/lib/services/inbox-search/index-words'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

type Received = EventOf<'message.received'>
type Worded = Received | EventOf<'message.created'> | EventOf<'conversation.note_added'>

/** What follows from texts and notes for the inbox: a text to us opens its conversation again, words can be searched for, deleted ones no more. */
export const followInbox = defineFollower({
  name: 'inbox',
  types: [
    'message.received',
    'message.created',
    'message.deleted',
    'conversation.note_added',
    'conversation.note_deleted',
  ],
  async handle(ctx, { client }, events) {
    const worded: Worded[] = []
    const gone: string[] = []
    for (const event of events) {
      if (event.type === 'message.deleted') gone.push(event.data.id)
      else if (event.type === 'conversation.note_deleted') gone.push(event.data.noteId)
      else worded.push(event)
    }
    await indexWords(client, worded.map(wordsOf))
    await forgetWords(client, gone)
    return reopen(
      client,
      ctx.clock.now(),
      events.filter((event): event is Received => event.type === 'message.received'),
    )
  },
})

function wordsOf({ data }: Worded): WordsOf {
  if ('note' in data) {
    const { id, conversationId, createdAt, body } = data.note
    return { id, conversationId, kind: 'note', at: createdAt, body }
  }
  const { id, conversationId, createdAt, body } = data.message
  return { id, conversationId, kind: 'text', at: createdAt, body }
}

/**
 * Opens what is set aside or done and has a text that the log did not have when that was decided. By the primary key, in the order of ids, so
 * that it never waits in a circle.
 */
async function reopen(client: pg.ClientBase, at: Date, received: Received[]): Promise<NewLiveEvent[]> {
  if (received.length === 0) return []
  const newest = new Map(received.map((event) => [event.data.message.conversationId, event.id]))
  const opened = await client.query<ConversationRow>({
    name: 'reopen-conversations',
    text: `with closed as (
             select conversation.id from conversations conversation
             join unnest($1::uuid[], $2::bigint[]) as text (conversation_id, event_id) on text.conversation_id = conversation.id
             where conversation.status <> 'open' and text.event_id > conversation.status_cursor
             order by conversation.id for update of conversation
           ), conversation as (
             update conversations set status = 'open', snoozed_until = null, revision = revision + 1
              where id in (select id from closed) returning *)
           select ${conversationColumns} from conversation ${conversationContactJoin}`,
    values: [arrayLiteral([...newest.keys()]), arrayLiteral([...newest.values()])],
  })
  const changes = await writeChanges(
    client,
    at,
    null,
    opened.rows.map((row) => ({ conversationId: row.id, what: 'reopened' })),
  )
  return opened.rows.map((row, index) => ({
    type: 'conversation.changed',
    data: { conversation: toConversation(row), changes: changes.slice(index, index + 1) },
  }))
}
