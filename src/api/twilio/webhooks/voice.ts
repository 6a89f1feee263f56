import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '@/api/request-context'
import type { SignedWebhook } from '@/lib/auth/verify-webhook'
import type { Installation } from '@/lib/context'
import { announceRecording } from '@/lib/services/calls/announce-recording'
import { answerCall } from '@/lib/services/calls/answer-call'
import { answerCallBack } from '@/lib/services/calls/answer-call-back'
import { answerDialed } from '@/lib/services/calls/answer-dialed'
import { answerFallback } from '@/lib/services/calls/answer-fallback'
import { answerRecorded } from '@/lib/services/calls/answer-recorded'
import { answerTaken } from '@/lib/services/calls/answer-taken'
import { answerWhisper } from '@/lib/services/calls/answer-whisper'
import { answerNotice } from '@/lib/services/recordings/answer-notice'
import { RingStep } from '@/lib/services/calls/ring-step'
import { textsOf } from '@/api/twilio/ivr/execute'
import { callReportOf } from './call-parameters'
import { contextOf } from './context-of'
import type { WebhookHandler } from './receive'

/** In our own address: the flow that talks to whom we called. */
const FlowId = z.uuid().optional().catch(undefined)
const Dialed = z.object({ DialCallStatus: z.string().default('failed'), DialBridged: z.string().default('true') })
const Failed = z.object({ ErrorCode: z.string().max(10).optional(), ErrorUrl: z.string().optional() })
const Pressed = z.object({ Digits: z.string().default('') })

/** A call has come in, or somebody we called has answered. */
export function voice(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const flowId = FlowId.parse(c.req.query('flow'))
    // What Twilio says of a machine it says to the first who is asked only, which was the notice of a recording.
    const { AnsweredBy } = c.req.query()
    const told = AnsweredBy === undefined ? webhook : { ...webhook, parameters: { ...webhook.parameters, AnsweredBy } }
    const input = { ...reportOf(installation, told, c), parameters: textsOf(told.parameters), flowId }
    return twiml(c, await answerCall(contextOf(installation), input))
  }
}

/** In our own address: whom we rang, and whether the call was handed over to them. */
function rungOf(c: Context<AppEnv>) {
  return { personId: c.req.query('person') ?? null, transferred: c.req.query('transferred') === 'yes' }
}

/** Somebody has answered a call that is to be recorded. */
export function voiceAnnounceRecording(installation: Installation): WebhookHandler {
  return async (webhook, c) =>
    twiml(c, await announceRecording(contextOf(installation), reportOf(installation, webhook, c)))
}

/** Twilio could not use what another of our addresses answered, or nobody answered there. */
export function voiceFallback(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const { ErrorCode: errorCode, ErrorUrl = '' } = Failed.parse(webhook.parameters)
    installation.log.error({ errorCode, path: pathOf(ErrorUrl) }, 'Twilio could not use an address of ours')
    // The code is the failed address's, not the call's.
    const call = { ...reportOf(installation, webhook, c), errorCode: null, parameters: textsOf(webhook.parameters) }
    return twiml(c, await answerFallback(contextOf(installation), call))
  }
}

function pathOf(url: string) {
  return URL.canParse(url) ? new URL(url).pathname : null
}

/** Somebody we rang for a caller has picked up. */
export function voiceWhisper(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const ourNumber = c.req.query('number') ?? ''
    const more = { ourNumber, ...rungOf(c) }
    return twiml(c, await answerWhisper(installation, { ...reportOf(installation, webhook, c), ...more }))
  }
}

/** Somebody we rang has pressed a key. */
export function voiceTaken(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const key = Pressed.parse(webhook.parameters).Digits
    const more = { key, ...rungOf(c) }
    return twiml(c, await answerTaken(installation, { ...reportOf(installation, webhook, c), ...more }))
  }
}

/** Ringing somebody for a caller is over, one way or the other. */
export function voiceDialed(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const { DialCallStatus: dialStatus, DialBridged } = Dialed.parse(webhook.parameters)
    const dialed = {
      dialStatus,
      bridged: DialBridged !== 'false',
      step: RingStep.nullable().catch(null).parse(c.req.query()),
      parameters: textsOf(webhook.parameters),
    }
    return twiml(c, await answerDialed(contextOf(installation), { ...reportOf(installation, webhook, c), ...dialed }))
  }
}

/** The other party of a call is to hear that it is recorded from now on. */
export function voiceNotice(installation: Installation): WebhookHandler {
  return async (_webhook, c) => twiml(c, await answerNotice(installation, { ruleId: c.req.query('rule') }))
}

/** A caller who reached nobody has pressed a key. */
export function voiceCallBack(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const { Digits: key } = Pressed.parse(webhook.parameters)
    return twiml(c, await answerCallBack(contextOf(installation), { ...reportOf(installation, webhook, c), key }))
  }
}

/** A caller has left a message. */
export function voiceRecorded(installation: Installation): WebhookHandler {
  return async (webhook, c) => twiml(c, await answerRecorded(installation, reportOf(installation, webhook, c)))
}

export function reportOf(installation: Installation, { parameters, raw }: SignedWebhook, c: Context<AppEnv>) {
  const received = { attempt: c.req.query('attempt'), receivedAt: installation.clock.now() }
  return { ...callReportOf(parameters, received), raw }
}

export function twiml(c: Context<AppEnv>, document: string) {
  return c.body(document, 200, { 'Content-Type': 'text/xml' })
}
