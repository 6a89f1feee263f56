import type { CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toTwilioUrl } from '@/lib/services/media/to-twilio-url'
import { findMessage } from '@/lib/services/messages/find-message'
import { settleMessage } from '@/lib/services/messages/settle-message'
import { writeAttempt, type TextToSend } from '@/lib/services/messages/write-attempt'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { supersedeOperations } from '@/lib/services/operations/supersede-operations'
import { appendOptOut } from '@/lib/services/opt-outs/append-opt-out'
import { permit } from '@/lib/services/permission/permit'
import { requestFor } from '@/lib/services/permission/request-for'
import { refusalError } from '@/lib/services/permission/refusal-error'
import type { PermissionRequest, Verdict } from '@/lib/services/permission/rule'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { renderTemplate } from '@/lib/services/templates/render-template'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError, UpstreamError } from '@/shared/errors'
import type { Message, SendMessageInput } from '@/shared/schemas/message'

/**
 * `id` is the attempt's, given when a request may come twice; `purpose` says who wants the text sent. `unlessHeardSince`: not if they have
 * written or called since. `createdBy`: the actor who wrote it, when another one sends it. `offersRetry`: false when the caller tries again
 * itself what Twilio never heard of. `retryOf`: the failed attempt that this one takes the place of.
 */
export type SendMessage = SendMessageInput & {
  id?: string
  purpose?: PermissionRequest['purpose']
  unlessHeardSince?: Date
  createdBy?: string
  offersRetry?: boolean
  retryOf?: string
}

/**
 * Sends one text: written down, permitted, handed to Twilio, settled. Returns it as Twilio took it, or with status `unknown` when no answer
 * came: it is then settled from a callback or from Twilio's list, never by sending again. Throws OptedOutError or NotPermittedError when
 * it may not go out, UpstreamError when Twilio refused or could not be reached.
 */
export async function sendMessage(ctx: CoreContext, input: SendMessage): Promise<Message> {
  const text: TextToSend = {
    id: input.id ?? uuidV7(ctx.clock.now()),
    from: input.from ?? ctx.config.twilio.phoneNumber,
    to: input.to,
    body: await bodyOf(ctx, input),
    mediaUrls: input.mediaUrls ?? [],
    lastSeenMessageId: input.lastSeenMessageId,
    createdBy: input.createdBy,
    retryOf: input.retryOf,
  }
  const claim = await ctx.database.transaction((tx) => claimAttempt(ctx, tx, text, input))
  if ('already' in claim) return claim.already
  if (claim.verdict.verdict !== 'allowed') throw refusalError(claim.verdict)
  return post(ctx, text, input)
}

/** A text that is to be sent once is there already when it comes again: its template may have changed meanwhile, it has not. */
async function bodyOf(ctx: CoreContext, { id, to, body, templateId, variables }: SendMessage): Promise<string> {
  if (templateId === undefined) return body ?? ''
  const already = id === undefined ? null : await ctx.database.transaction((tx) => findMessage(tx, id))
  return already?.body ?? renderTemplate(ctx, { templateId, to, variables })
}

async function claimAttempt(
  ctx: CoreContext,
  tx: Transaction,
  text: TextToSend,
  { purpose = 'manual', unlessHeardSince }: Pick<SendMessage, 'purpose' | 'unlessHeardSince'>,
): Promise<{ already: Message } | { verdict: Verdict }> {
  const already = await findMessage(tx, text.id)
  if (already) return { already }
  await assertNoUnsettledTwin(tx, text)
  const at = ctx.clock.now()
  const verdict = await permit(ctx, { ...requestFor(text, purpose, at), unlessHeardSince }, tx)
  if (verdict.verdict !== 'allowed') return { verdict }
  const superseded = purpose === 'retry' ? [] : await supersedeOperations(ctx, tx, { kind: 'message.send', ...text })
  const written = await writeAttempt(ctx, tx, text)
  await recordAudit(ctx, tx, { action: 'message.send', subject: text.id, details: { to: text.to, from: text.from } })
  await broadcast(tx.client, at, [{ type: 'message.created', data: written }, ...superseded])
  return { verdict }
}

async function post(
  ctx: CoreContext,
  text: TextToSend,
  { purpose, offersRetry = true }: Pick<SendMessage, 'purpose' | 'offersRetry'>,
): Promise<Message> {
  try {
    const answer = await ctx.twilio.sendMessage({
      to: text.to,
      from: text.from,
      messagingServiceSid: ctx.config.twilio.messagingServiceSid ?? undefined,
      body: text.body === '' ? undefined : text.body,
      mediaUrls: text.mediaUrls.length === 0 ? undefined : text.mediaUrls.map((url) => toTwilioUrl(ctx, url)),
      statusCallback: webhookUrl(ctx.config, '/api/twilio/webhooks/message-status', { attempt: text.id }),
    })
    return await settleMessage(ctx, text.id, { end: 'accepted', ...answer })
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    if (error.outcome === 'unknown') return settleMessage(ctx, text.id, { end: 'unknown' })
    await settleMessage(ctx, text.id, { end: 'rejected', errorCode: error.twilioCode })
    if (error.twilioCode === 21610) {
      await appendOptOut(ctx, { phoneNumber: text.to, kind: 'opted_out', source: 'twilio', ourNumber: text.from })
    }
    // A retry is kept by the operation it belongs to.
    if (error.outcome === 'unprocessed' && purpose !== 'retry' && offersRetry) await offerRetry(ctx, text, error)
    throw error
  }
}

async function offerRetry(ctx: CoreContext, text: TextToSend, error: UpstreamError) {
  await recordFailedOperation(ctx, {
    kind: 'message.send',
    subject: text.id,
    reason: error.message,
    payload: { to: text.to, from: text.from, body: text.body, mediaUrls: text.mediaUrls },
    automatic: true,
  })
}

/** The same words to the same person wait until we know whether they arrived. Served by twilio_messages_unsettled. */
async function assertNoUnsettledTwin(tx: Transaction, text: TextToSend) {
  const result = await tx.client.query({
    name: 'unsettled-twin',
    text: `select from twilio_messages
           where unsettled and to_number = $1 and from_number = $2 and body = $3 limit 1`,
    values: [text.to, text.from, text.body],
  })
  if (result.rowCount === 0) return
  throw new ConflictError(
    'Twilio has not confirmed the same text to this person yet. It is being checked; wait a few minutes.',
  )
}
