import type { CoreContext } from '@/lib/context'
import { requestCallBack } from '@/lib/services/call-backs/request-call-back'
import { appendOptOut } from '@/lib/services/opt-outs/append-opt-out'
import { sendOrHold } from '@/lib/services/scheduled-messages/send-or-hold'
import { DomainError } from '@/shared/errors'
import type { Outputs } from '@/shared/ivr/execution'
import type { FlowRequest } from '@/shared/ivr/instruction'
import { PhoneNumber } from '@/shared/schemas/phone-number'
import { classifyText } from '@/shared/suggestions/classify-text'
import type { ExecutionRow } from './execution-row'
import { askAddress } from './ask-address'
import { findFlowContact } from './find-flow-contact'

export type RequestAnswer = { event: string; outputs: Outputs }

/**
 * Does what a flow asked for, once however often it is asked under `effectId`, and answers with the event by which the state is left. What
 * goes wrong is the state's failure, kept in the log, never an error.
 */
export async function performRequest(
  ctx: CoreContext,
  row: ExecutionRow,
  request: Exclude<FlowRequest, { request: 'subflow' }>,
  effectId: string,
): Promise<RequestAnswer> {
  try {
    return await perform(ctx, row, request, effectId)
  } catch (error) {
    if (!(error instanceof DomainError)) ctx.log.error({ err: error, execution: row.id }, 'a step of a flow failed')
    const message = error instanceof DomainError ? error.message : 'Something went wrong on our side.'
    return { event: failures[request.request], outputs: { error: message } }
  }
}

const failures: Record<Exclude<FlowRequest['request'], 'subflow'>, string> = {
  http: 'failed',
  'send-message': 'failed',
  'place-call': 'failed',
  'find-contact': 'notFound',
  'opt-out': 'failed',
  'call-back': 'failed',
  classify: 'noMatch',
}

async function perform(
  ctx: CoreContext,
  row: ExecutionRow,
  request: Exclude<FlowRequest, { request: 'subflow' }>,
  effectId: string,
): Promise<RequestAnswer> {
  switch (request.request) {
    case 'http':
      return askAddress(ctx, request)
    case 'send-message': {
      const from = request.from === '' ? row.ourNumber : request.from
      const input = { to: request.to, from, body: request.body, mediaUrls: request.mediaUrls }
      const sent = await sendOrHold(ctx, { ...input, id: effectId, purpose: 'flow' })
      // Held for their night, it goes out by itself in the morning: for the flow it is on its way.
      if ('heldUntil' in sent)
        return { event: 'sent', outputs: { Status: 'held', HeldUntil: sent.heldUntil, Body: input.body } }
      const outputs = { Sid: sent.messageSid, Status: sent.status, Body: sent.body, To: sent.to, From: sent.from }
      return { event: sent.status === 'failed' ? 'failed' : 'sent', outputs }
    }
    case 'find-contact':
      return findFlowContact(ctx, request)
    case 'opt-out':
      await appendOptOut(ctx, {
        id: effectId,
        phoneNumber: PhoneNumber.parse(request.phoneNumber),
        kind: 'opted_out',
        source: 'manual',
        words: request.words === '' ? 'asked in a flow' : request.words,
        ourNumber: row.ourNumber,
      })
      return { event: 'done', outputs: {} }
    case 'call-back':
      await requestCallBack(ctx, {
        id: effectId,
        theirNumber: PhoneNumber.parse(request.phoneNumber),
        ourNumber: row.ourNumber,
        callSid: row.callSid,
        wish: request.wish.trim().slice(0, 1000) || null,
      })
      return { event: 'requested', outputs: {} }
    case 'place-call':
      // The other party is on the line already, or this flow was begun by a text: there is nobody to ring.
      return { event: row.callSid === null ? 'failed' : 'answered', outputs: {} }
    case 'classify':
      return classify(request)
  }
}

/** By the local classifier, whose intents a flow may name; else by an intent's own word in what was said. */
function classify({ text, intents }: Extract<FlowRequest, { request: 'classify' }>): RequestAnswer {
  const { intent, confidence } = classifyText(text)
  if (intents.includes(intent)) return { event: intent, outputs: { intent, confidence } }
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const named = intents.find((candidate) =>
    candidate
      .toLowerCase()
      .split(/[\s_-]+/)
      .every((word) => words.has(word)),
  )
  return { event: named ?? 'noMatch', outputs: { intent: named ?? null } }
}
