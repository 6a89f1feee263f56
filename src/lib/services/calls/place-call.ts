import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getCallSettings } from '@/lib/services/call-settings/get-call-settings'
import { callEvent } from '@/lib/services/calls/call-event'
import { findPublishedFlow } from '@/lib/services/ivr/find-published-flow'
import { findCall } from '@/lib/services/calls/find-call'
import { settleCall } from '@/lib/services/calls/settle-call'
import { callColumns, callContactJoin, toCall, type CallRow } from '@/lib/services/calls/to-call'
import { getGreeting } from '@/lib/services/greetings/find-greeting'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { supersedeOperations } from '@/lib/services/operations/supersede-operations'
import { permit } from '@/lib/services/permission/permit'
import { refusalError } from '@/lib/services/permission/refusal-error'
import type { PermissionRequest, Verdict } from '@/lib/services/permission/rule'
import { fallbackUrl } from '@/lib/twilio/fallback-url'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { callStatusRank } from '@/shared/calls/call-status-rank'
import { ConflictError, UpstreamError } from '@/shared/errors'
import type { Call, CreateCallInput } from '@/shared/schemas/call'

/** The call that one tries again, and whose it was. */
export type RetryOf = { callId: string; handledBy: string | null }

/** How the other party is called whom a phone of ours is rung first for. */
export type PartyWish = { retry: boolean; ringFirst: string; retryOf: RetryOf | null }

/** A call that comes into a room and gives up after so many seconds. */
export type RoomLeg = {
  roomId: string
  parentCallSid: string | null
  ringSeconds: number
  handledBy: string | null
  party?: PartyWish | undefined
}

/** `id` is the attempt's, given when a request may come twice; `purpose` says who wants the call. */
export type PlaceCall = CreateCallInput & {
  id?: string
  purpose?: PermissionRequest['purpose']
  leg?: RoomLeg
  retryOf?: RetryOf
}

type Attempt = Omit<PlaceCall, 'purpose'> & { id: string; from: string }

/**
 * Places one call: written down, permitted, handed to Twilio, settled. Returns it as Twilio took it, or without a SID when no answer
 * came: it is then settled from a callback or Twilio's list, never by calling again. Throws NotPermittedError when it may
 * not go out, UpstreamError when Twilio refused or could not be reached.
 */
export async function placeCall(ctx: CoreContext, input: PlaceCall): Promise<Call> {
  const { id, purpose, ...wanted } = input
  const isAutomatic = purpose !== undefined && !byPeople.includes(purpose)
  const attempt: Attempt = {
    ...wanted,
    ...(isAutomatic && wanted.retry === undefined && { retry: await areTriedAgain(ctx) }),
    id: id ?? uuidV7(ctx.clock.now()),
    from: wanted.from ?? ctx.config.twilio.phoneNumber,
  }
  await assertFlowAnswers(ctx, attempt.flowId)
  if (attempt.whenMachine && (purpose ?? 'manual') === 'manual') await getGreeting(ctx, attempt.whenMachine.drop)
  const claim = await ctx.database.transaction((tx) => claimAttempt(ctx, tx, attempt, purpose ?? 'manual'))
  if ('already' in claim) return claim.already
  if (claim.verdict.verdict !== 'allowed') throw refusalError(claim.verdict)
  return post(ctx, attempt, purpose ?? 'manual')
}

const byPeople: readonly PermissionRequest['purpose'][] = ['manual', 'service', 'retry', 'scheduled', 'call_retry']

async function areTriedAgain(ctx: CoreContext) {
  const { settings } = await getCallSettings(ctx)
  return settings.retry.automatic
}

/** Nobody is called to hear nothing. */
async function assertFlowAnswers(ctx: CoreContext, flowId: string | undefined) {
  if (flowId === undefined || (await findPublishedFlow(ctx, { flowId }))) return
  throw new ConflictError('This flow is not published, so it cannot talk to anybody yet.')
}

async function claimAttempt(
  ctx: CoreContext,
  tx: Transaction,
  attempt: Attempt,
  purpose: PermissionRequest['purpose'],
): Promise<{ already: Call } | { verdict: Verdict }> {
  const already = await findCall(tx.client, { id: attempt.id })
  if (already) return { already }
  const at = ctx.clock.now()
  // A browser of ours is nobody who could be disturbed.
  const isBrowser = attempt.to.startsWith('client:')
  const verdict: Verdict = isBrowser
    ? { verdict: 'allowed', warnings: [] }
    : await permit(ctx, { to: attempt.to, from: attempt.from, medium: 'call', purpose, at }, tx)
  if (verdict.verdict !== 'allowed') return { verdict }
  const { to, from } = attempt
  const superseded =
    purpose === 'retry' || attempt.leg ? [] : await supersedeOperations(ctx, tx, { kind: 'call.place', to, from })
  const call = await writeAttempt(ctx, tx, attempt)
  // Another process has written it meanwhile, and places it.
  if (!call) return { already: await requireCall(tx, attempt) }
  await recordAudit(ctx, tx, {
    action: 'call.place',
    subject: call.id,
    details: { to: attempt.to, from: attempt.from },
  })
  await broadcast(tx.client, at, [callEvent(call), ...superseded])
  return { verdict }
}

async function requireCall(tx: Transaction, { id }: Pick<Attempt, 'id'>) {
  const call = await findCall(tx.client, { id })
  if (!call) throw new Error('the call was not written')
  return call
}

async function writeAttempt(ctx: CoreContext, tx: Transaction, attempt: Attempt): Promise<Call | null> {
  const at = ctx.clock.now()
  const result = await tx.client.query<CallRow>({
    name: 'call-attempt',
    text: `with call as (
             insert into twilio_call_logs (id, direction, status, status_rank, from_number, to_number, started_at, created_by, request, handled_by,
               room_id, parent_call_sid, retry_of, created_at, updated_at)
             values ($1, 'outbound', 'queued', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $5, $5)
             on conflict (id) do nothing
             returning *)
           select ${callColumns} from call ${callContactJoin}`,
    values: [
      attempt.id,
      callStatusRank.queued,
      attempt.from,
      attempt.to,
      at,
      actorName(ctx.actor),
      JSON.stringify({
        // A leg's is where it joins its room, and made anew for another.
        url: attempt.leg ? undefined : attempt.url,
        flowId: attempt.flowId,
        record: attempt.record,
        machineDetection: attempt.machineDetection,
        retry: attempt.retry,
        whenMachine: attempt.whenMachine,
        ringFirst: attempt.ringFirst,
        party: attempt.leg?.party,
      }),
      handlerOf(ctx, attempt),
      attempt.leg?.roomId ?? null,
      attempt.leg?.parentCallSid ?? null,
      attempt.retryOf?.callId ?? null,
    ],
  })
  const [row] = result.rows
  return row ? toCall(row) : null
}

/** What is left after the tone waits for the tone. */
function machineDetectionOf({ whenMachine, machineDetection }: Attempt) {
  if (whenMachine) return { machineDetection: 'DetectMessageEnd' as const }
  return machineDetection ? { machineDetection } : {}
}

function handlerOf(ctx: CoreContext, { leg, retryOf }: Attempt) {
  if (leg) return leg.handledBy
  return retryOf ? retryOf.handledBy : ctx.actor.type === 'operator' ? ctx.actor.userId : null
}

async function post(ctx: CoreContext, attempt: Attempt, purpose: PermissionRequest['purpose']): Promise<Call> {
  const query = { attempt: attempt.id }
  const answered = attempt.flowId === undefined ? query : { ...query, flow: attempt.flowId }
  try {
    const answer = await ctx.twilio.placeCall({
      to: attempt.to,
      from: attempt.from,
      url: attempt.record
        ? webhookUrl(ctx.config, '/api/twilio/webhooks/voice/announce-recording', query)
        : (attempt.url ?? webhookUrl(ctx.config, '/api/twilio/webhooks/voice', answered)),
      fallbackUrl: fallbackUrl(ctx.config),
      statusCallback: webhookUrl(ctx.config, '/api/twilio/webhooks/call-status', query),
      ...(attempt.leg ? { ringSeconds: attempt.leg.ringSeconds } : {}),
      ...machineDetectionOf(attempt),
    })
    return await settleCall(ctx, attempt.id, { end: 'accepted', ...answer })
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    if (error.outcome === 'unknown') return settleCall(ctx, attempt.id, { end: 'unknown' })
    await settleCall(ctx, attempt.id, { end: 'rejected', errorCode: error.twilioCode })
    // A retry is kept by the operation it belongs to.
    if (error.outcome === 'unprocessed' && purpose !== 'retry' && !attempt.leg) {
      const { id, retryOf: _, ...payload } = attempt
      await recordFailedOperation(ctx, {
        kind: 'call.place',
        subject: id,
        reason: error.message,
        payload,
        automatic: true,
      })
    }
    throw error
  }
}
