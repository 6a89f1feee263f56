import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Config } from '@/config'
import { createHttpClient } from './http-client'
import { phoneRequests } from './phone-requests'
import type { TwilioPort } from './port'
import { toTwilioCall, toTwilioMessage, toTwilioRecording } from './from-sdk'
import { numberPort } from './number-port'
import { unlessAbsent } from './unless-absent'
import { toUpstreamError } from './to-upstream-error'
import { withRetry, type Patience } from './with-retry'

const ordinaryPatience: Patience = {
  random: () => randomInt(1_000_001) / 1_000_000,
  wait,
}

const LineType = z.object({ type: z.string().nullish() }).nullish()
const recordingEvents = ['in-progress', 'completed', 'absent']
const callEvents = ['initiated', 'ringing', 'answered', 'completed']

/** Twilio through its official SDK, which is loaded at the first request (it takes a quarter of a second and 30 MB). */
export function createTwilioPort(config: Pick<Config, 'twilio'>, patience: Patience = ordinaryPatience): TwilioPort {
  const http = createHttpClient()
  let client: ReturnType<typeof connect> | undefined

  async function ask<Result>(work: (sdk: Awaited<ReturnType<typeof connect>>) => Promise<Result>): Promise<Result> {
    client ??= connect(config.twilio, http)
    const sdk = await client
    return withRetry(async () => {
      try {
        return await work(sdk)
      } catch (error) {
        throw toUpstreamError(error)
      }
    }, patience)
  }

  return {
    placeCall: ({ url, fallbackUrl, statusCallback, ...request }) =>
      ask(async (sdk) =>
        toTwilioCall(
          await sdk.calls.create({
            to: request.to,
            from: request.from,
            url,
            fallbackUrl,
            statusCallback,
            statusCallbackEvent: callEvents,
            machineDetection: request.machineDetection,
            timeout: request.ringSeconds,
          }),
        ),
      ),
    fetchCall: (callSid) => ask(async (sdk) => toTwilioCall(await sdk.calls(callSid).fetch())),
    listCalls: ({ startedAfter, startedBefore, ...filter }) =>
      ask(async (sdk) => {
        const calls = await sdk.calls.list({ ...filter, startTimeAfter: startedAfter, startTimeBefore: startedBefore })
        return calls.map((call) => toTwilioCall(call))
      }),
    updateCall: (callSid, change) => ask(async (sdk) => toTwilioCall(await sdk.calls(callSid).update(change))),
    updateParticipant: (conferenceSid, callSid, change) =>
      ask(async (sdk) => {
        await sdk
          .conferences(conferenceSid)
          .participants(callSid)
          .update({ ...change, ...(change.holdUrl && { holdMethod: 'POST' }) })
      }),
    findConference: (name) => ask((sdk) => findConference(sdk, name)),
    sendMessage: ({ to, from, messagingServiceSid, body, mediaUrls, statusCallback }) =>
      ask(async (sdk) =>
        toTwilioMessage(
          await sdk.messages.create({ to, from, messagingServiceSid, body, mediaUrl: mediaUrls, statusCallback }),
        ),
      ),
    fetchMessage: (messageSid) => ask(async (sdk) => toTwilioMessage(await sdk.messages(messageSid).fetch())),
    deleteMessage: (messageSid) => ask((sdk) => removeMessage(sdk, messageSid)),
    listMessages: ({ sentAfter, sentBefore, ...filter }) =>
      ask(async (sdk) => {
        const messages = await sdk.messages.list({ ...filter, dateSentAfter: sentAfter, dateSentBefore: sentBefore })
        return messages.map((message) => toTwilioMessage(message))
      }),
    listMessageMedia: (messageSid) =>
      ask(async (sdk) => {
        const media = await sdk.messages(messageSid).media.list({ limit: 50 })
        const base = config.twilio.apiBaseUrl?.replace(/\/+$/, '') ?? 'https://api.twilio.com'
        return media.map(({ uri, contentType }) => ({ url: base + uri.replace(/\.json$/, ''), contentType }))
      }),
    listRecordings: ({ createdAfter, createdBefore, limit }) =>
      ask(async (sdk) => {
        const recordings = await sdk.recordings.list({
          dateCreatedAfter: createdAfter,
          dateCreatedBefore: createdBefore,
          limit,
        })
        return recordings.map((recording) => toTwilioRecording(recording))
      }),
    startRecording: (callSid, { statusCallback }) =>
      ask(async (sdk) => {
        const begun = sdk.calls(callSid).recordings.create({
          recordingChannels: 'dual',
          recordingStatusCallback: statusCallback,
          recordingStatusCallbackEvent: recordingEvents,
        })
        return toTwilioRecording(await begun)
      }),
    updateRecording: ({ callSid, recordingSid }, status) =>
      ask(async (sdk) => {
        const change = status === 'paused' ? { status, pauseBehavior: 'silence' } : { status }
        return toTwilioRecording(await sdk.calls(callSid).recordings(recordingSid).update(change))
      }),
    listCallRecordings: (callSid) =>
      ask(async (sdk) => {
        const recordings = await sdk.calls(callSid).recordings.list({ limit: 50 })
        return recordings.map((recording) => toTwilioRecording(recording))
      }),
    deleteRecording: (recordingSid) => ask((sdk) => unlessAbsent(sdk.recordings(recordingSid).remove())),
    ...numberPort(ask),
    lookUpLineType: (phoneNumber) =>
      ask(async (sdk) => {
        const found = await sdk.lookups.v2.phoneNumbers(phoneNumber).fetch({ fields: 'line_type_intelligence' })
        return LineType.parse(found.lineTypeIntelligence)?.type ?? null
      }),
    ...phoneRequests(ask),
    close: () => http.close(),
  }
}

async function connect(settings: Config['twilio'], http: ReturnType<typeof createHttpClient>) {
  const { default: twilio } = await import('twilio')
  const [token] = settings.authTokens
  const credentials = settings.apiKey ?? { sid: settings.accountSid, secret: token ?? '' }
  const httpClient = new twilio.RequestClient()
  httpClient.request = async (options) => {
    const { statusCode, text, headers } = await http.request(options)
    return { statusCode, headers, body: bodyOf(statusCode, text), toString: () => `HTTP ${statusCode}` }
  }
  const sdk = twilio(credentials.sid, credentials.secret, { accountSid: settings.accountSid, httpClient })
  if (settings.apiBaseUrl) {
    const base = settings.apiBaseUrl.replace(/\/+$/, '')
    sdk.api.baseUrl = base
    // Twilio's other products have hosts of their own; at another endpoint they have a prefix.
    sdk.lookups.baseUrl = `${base}/lookups`
    sdk.messaging.baseUrl = `${base}/messaging`
    sdk.pricing.baseUrl = `${base}/pricing`
  }
  return sdk
}

async function findConference(sdk: Awaited<ReturnType<typeof connect>>, friendlyName: string) {
  const [conference] = await sdk.conferences.list({ friendlyName, status: 'in-progress', limit: 1 })
  if (!conference) return null
  const participants = await sdk.conferences(conference.sid).participants.list({ limit: 50 })
  return {
    conferenceSid: conference.sid,
    participants: participants
      .filter(({ status }) => status === 'connected')
      .map(({ callSid, muted, hold }) => ({ callSid, muted, hold })),
  }
}

/** Media first: a text that is gone can no longer say what it had. Each may be gone already, by an earlier try or by somebody else. */
async function removeMessage(sdk: Awaited<ReturnType<typeof connect>>, messageSid: string) {
  const message = sdk.messages(messageSid)
  for (const media of await message.media.list({ limit: 20 })) await unlessAbsent(message.media(media.sid).remove())
  return unlessAbsent(message.remove())
}

/** A refusal need not be JSON (a proxy's page); a success that is not has an unknown outcome, so parsing it throws. */
function bodyOf(statusCode: number, text: string) {
  if (statusCode >= 400 && !text.startsWith('{')) return null
  return JSON.parse(text === '' ? 'null' : text)
}
