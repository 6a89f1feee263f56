import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { messageColumns, messageErrorSentence, toMessage, type MessageRow } from '@/lib/services/messages/to-message'
import { recordKeptStatuses } from '@/lib/services/messages/record-kept-statuses'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { messageStatusRank, type MessageStatus } from '@/shared/messages/message-status-rank'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import type { Message } from '@/shared/schemas/message'

/** How an attempt ended, as far as we know. */
export type MessageOutcome =
  | { end: 'accepted'; messageSid: string; status: string; errorCode: number | null; numSegments: number }
  | { end: 'rejected'; errorCode: number | null }
  | { end: 'unknown' }

/** Writes an attempt's end in one transaction with its live event. A callback that came first has settled it; then nothing is lost. */
export async function settleMessage(ctx: CoreContext, id: string, outcome: MessageOutcome): Promise<Message> {
  return ctx.database.transaction(async (tx) => {
    const settled = await settleMessageIn(ctx, tx, id, outcome)
    if (settled.event) await broadcast(tx.client, ctx.clock.now(), [settled.event])
    return settled.message
  })
}

/** The same inside a transaction of the caller, who broadcasts the event at its end; null when nothing changed. */
export async function settleMessageIn(ctx: CoreContext, tx: Transaction, id: string, outcome: MessageOutcome) {
  const changed = await update(ctx, tx, id, outcome)
  if (changed) {
    const newest = (await applyKept(ctx, tx, changed, outcome)) ?? changed
    return { message: toMessage(newest), event: statusChanged(newest) }
  }
  return { message: toMessage(await readAttempt(tx, id)), event: null }
}

/** Callbacks that do not name the attempt may have come before we knew the SID: they count now. */
async function applyKept(ctx: CoreContext, tx: Transaction, row: MessageRow, outcome: MessageOutcome) {
  if (outcome.end !== 'accepted') return null
  const applied = await recordKeptStatuses(tx.client, ctx.clock.now(), [outcome.messageSid])
  return applied.length === 0 ? null : readAttempt(tx, row.id)
}

async function readAttempt(tx: Transaction, id: string) {
  const present = await tx.client.query<MessageRow>({
    name: 'message-by-id',
    text: `select ${messageColumns} from twilio_messages message where message.id = $1`,
    values: [id],
  })
  const row = present.rows[0]
  if (!row) throw new Error(`attempt ${id} is not in the ledger`)
  return row
}

async function update(ctx: CoreContext, tx: Transaction, id: string, outcome: MessageOutcome) {
  const at = ctx.clock.now()
  if (outcome.end === 'accepted') {
    const status = knownStatus(outcome.status)
    const result = await tx.client.query<MessageRow>({
      name: 'message-accepted',
      text: `with message as (
               update twilio_messages
               set message_sid = $2,
                   status = case when $4 > status_rank then $3 else status end,
                   status_rank = greatest(status_rank, $4),
                   error_code = coalesce(error_code, $5),
                   num_segments = greatest(num_segments, $6),
                   updated_at = $7
               where id = $1 and (message_sid is null or (message_sid = $2 and status_rank < $4))
               returning *)
             select ${messageColumns} from message`,
      values: [id, outcome.messageSid, status, messageStatusRank[status], outcome.errorCode, outcome.numSegments, at],
    })
    return result.rows[0]
  }
  const status = outcome.end === 'rejected' ? 'failed' : 'unknown'
  const result = await tx.client.query<MessageRow>({
    name: 'message-not-accepted',
    text: `with message as (
             update twilio_messages set status = $2, status_rank = $3, error_code = $4, updated_at = $5
             where id = $1 and message_sid is null and status_rank < $3
             returning *)
           select ${messageColumns} from message`,
    values: [id, status, messageStatusRank[status], outcome.end === 'rejected' ? outcome.errorCode : null, at],
  })
  return result.rows[0]
}

function statusChanged(row: MessageRow): NewLiveEvent {
  return {
    type: 'message.status_changed',
    data: {
      id: row.id,
      conversationId: row.conversation_id,
      messageSid: row.message_sid,
      status: row.status,
      errorCode: row.error_code,
      errorMessage: messageErrorSentence(row),
    },
  }
}

/** Twilio may learn new words; one we do not know still means that it took the text. */
function knownStatus(status: string): MessageStatus {
  return isStatus(status) ? status : 'accepted'
}

function isStatus(status: string): status is MessageStatus {
  return status in messageStatusRank
}
