import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { touchThread } from '@/lib/services/conversations/touch-thread'
import { forgetMedia } from '@/lib/services/media/forget-media'
import { scrubText } from '@/lib/services/messages/scrub-text'
import { messageColumns, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import { deleteAtTwilio } from '@/lib/services/operations/delete-at-twilio'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { messageCan } from '@/shared/can'
import { ConflictError, NotFoundError } from '@/shared/errors'
import { messagePreview } from '@/shared/messages/message-preview'
import type { Message } from '@/shared/schemas/message'
import type { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'

/**
 * Deletes a text for good: its words wherever we keep them, its files and their thumbnails, and Twilio's copy; answers with what remains. Each
 * step may be done again: what breaks off half way leaves the text in place, to be deleted again. When only Twilio cannot be reached, the
 * text goes and Twilio's copy is tried again by itself. Throws ConflictError while the text is on its way.
 */
export async function deleteMessage(ctx: CoreContext, { id }: { id: string }): Promise<MessageDeletionReceipt> {
  const message = await ctx.database.transaction((tx) => find(tx, id))
  const twilio = await atTwilio(ctx, message)
  const { mediaIds, neverKept, deletedAt, isProof } = await ctx.database.transaction((tx) =>
    remove(ctx, tx, id, twilio),
  )
  // Gone from every list already; a file that cannot be deleted now is found without a text by the hourly round.
  await forgetMedia(ctx, mediaIds).catch((error: unknown) =>
    ctx.log.warn({ err: error }, 'files of a deleted text wait to be deleted'),
  )
  const left = await ctx.database.pool.query<{ is_shared: boolean }>({
    name: 'media-left',
    text: `select exists (select from twilio_message_media where media_id = media.id) as is_shared
           from twilio_media media where id = any($1)`,
    values: [mediaIds],
  })
  const shared = left.rows.filter((row) => row.is_shared).length
  return {
    id,
    messageSid: message.messageSid,
    deletedAt: deletedAt.toISOString(),
    files: mediaIds.length - neverKept - left.rows.length,
    twilio,
    remains: remainsOf({ message, twilio, isProof, shared, waiting: left.rows.length - shared }),
  }
}

/** Twilio's copy goes, its media first. */
async function atTwilio(ctx: CoreContext, { messageSid }: Message): Promise<MessageDeletionReceipt['twilio']> {
  if (messageSid === null) return 'absent'
  const operation = { kind: 'message.delete' as const, subject: messageSid, payload: { messageSid } }
  return deleteAtTwilio(ctx, ctx.twilio.deleteMessage(messageSid), { ...operation, what: 'text' })
}

async function find(tx: Transaction, id: string): Promise<Message> {
  const result = await tx.client.query<MessageRow>({
    name: 'message-to-delete',
    text: `select ${messageColumns} from twilio_messages message where message.id = $1`,
    values: [id],
  })
  const row = result.rows[0]
  if (!row) throw new NotFoundError('There is no such text.')
  const possible = messageCan.delete(row.status)
  if (!possible.possible) throw new ConflictError(possible.reason)
  return toMessage(row)
}

async function remove(ctx: CoreContext, tx: Transaction, id: string, twilio: MessageDeletionReceipt['twilio']) {
  const at = ctx.clock.now()
  // In the order in which a text is written: first its thread, then itself.
  await tx.client.query({
    name: 'lock-thread-of',
    text: `select from conversations where id = (select conversation_id from twilio_messages where id = $1) for update`,
    values: [id],
  })
  const message = await find(tx, id)
  const ids = await attemptsOf(tx, message)
  const media = await tx.client.query<{ media_id: string; is_kept: boolean }>({
    name: 'media-of-message',
    text: `select distinct media_id, (select storage_key is not null from twilio_media where id = media_id) as is_kept
           from twilio_message_media where message_id = any($1)`,
    values: [ids],
  })
  const proof = await tx.client.query({
    name: 'opt-out-by-message',
    text: 'select from twilio_opt_outs where phone_number = $1 and message_sid = $2 limit 1',
    values: [message.direction === 'inbound' ? message.from : message.to, message.messageSid],
  })
  const mediaIds = media.rows.map((row) => row.media_id)
  await tx.client.query({
    name: 'media-left-by-message',
    text: `update twilio_media set forget_at = $3
           where id = any($2) and not exists (select from twilio_message_media where media_id = id and message_id <> all($1))`,
    values: [ids, mediaIds, at],
  })
  await tx.client.query({
    name: 'delete-message',
    text: 'delete from twilio_messages where id = any($1)',
    values: [ids],
  })
  const { messageSid, conversationId } = message
  const preview = messagePreview(message.body, message.media.length)
  const settled = await scrubText(tx, {
    ids,
    messageSid,
    conversationId,
    preview,
    createdAt: new Date(message.createdAt),
  })
  const conversation = await touchThread(tx, conversationId)
  const { from, to, direction } = message
  const details = { messageSid, from, to, direction, sentAt: message.createdAt, files: mediaIds.length, twilio }
  await recordAudit(ctx, tx, { action: 'message.delete', subject: id, details })
  await broadcast(tx.client, at, [
    ...settled,
    { type: 'message.deleted', data: { id, messageSid, conversationId, conversation } },
  ])
  const neverKept = media.rows.filter((row) => !row.is_kept).length
  return { mediaIds, neverKept, deletedAt: at, isProof: proof.rowCount !== 0 }
}

/** The text and the attempts before it that it took the place of: they have the same words. By twilio_messages_thread. */
async function attemptsOf(tx: Transaction, { id, conversationId }: Message): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>({
    name: 'attempts-of-message',
    text: `with recursive attempt as (
             select $1::uuid as id
             union
             select earlier.id from twilio_messages earlier join attempt on earlier.replaced_by = attempt.id
             where earlier.conversation_id = $2)
           select id from attempt`,
    values: [id, conversationId],
  })
  return rows.map((row) => row.id)
}

function remainsOf(given: {
  message: Message
  twilio: MessageDeletionReceipt['twilio']
  isProof: boolean
  shared: number
  waiting: number
}): string[] {
  const { message, twilio, isProof, shared, waiting } = given
  const left = message.status !== 'failed' || message.messageSid !== null
  return [
    ...(twilio === 'pending' ? ['Twilio still has its copy. Deleting it there is tried again by itself.'] : []),
    ...(left ? ['The other person’s phone and their carrier keep what they have.'] : []),
    ...(message.messageSid === null ? [] : ['Twilio keeps what it billed: that there was a text, without its words.']),
    ...(isProof ? ['The opt-out ledger keeps the words by which this person opted out or in, as proof.'] : []),
    ...(shared > 0
      ? [
          `${shared === 1 ? 'One file stays' : `${shared} files stay`}: other texts have ${shared === 1 ? 'it' : 'them'} too.`,
        ]
      : []),
    ...(waiting > 0 ? ['The file store could not be reached; the files are deleted there within the hour.'] : []),
    'The audit log keeps who deleted it and when, with both numbers, without its words.',
    'Backups made before now have it until they are replaced.',
  ]
}
