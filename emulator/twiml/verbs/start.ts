import { recordLeg } from '../../recordings/record-leg.ts'
import { startLiveTranscription } from '../../transcriptions/live-transcription.ts'
import type { LivePlan } from '../../transcriptions/live-transcription.ts'
import { resolveUrl } from '../../webhooks/webhook-url.ts'
import { boolAttribute, methodAttribute } from '../attributes.ts'
import { elementsOf } from '../parse-twiml.ts'
import type { Element } from '../parse-twiml.ts'
import { recordingCallbackOf } from '../recording-callback.ts'
import { complain } from '../verb.ts'
import type { Outcome, Run, Verb } from '../verb.ts'

function startRecording(run: Run, noun: Element): void {
  recordLeg(run.world, run.leg, {
    source: 'StartCallRecordingAPI',
    channels: noun.attributes['channels'] === 'dual' ? 2 : 1,
    track: noun.attributes['track'] ?? 'both',
    trims: noun.attributes['trim'] !== 'do-not-trim',
    callback: recordingCallbackOf(run, noun),
  })
}

function readTranscription(run: Run, noun: Element): LivePlan | null {
  const { attributes } = noun
  const engine = attributes['transcriptionEngine'] ?? 'google'
  if (engine !== 'google' && engine !== 'deepgram') return null
  const text = attributes['statusCallbackUrl']
  const url = text === undefined || text === '' ? null : resolveUrl(text, run.documentUrl)
  const track = attributes['track']
  return {
    name: attributes['name'] ?? '',
    track: track === 'inbound_track' || track === 'outbound_track' ? track : 'both_tracks',
    callback: url === null ? null : { url, method: methodAttribute(noun, 'statusCallbackMethod') },
    labels: { inbound: attributes['inboundTrackLabel'] ?? '', outbound: attributes['outboundTrackLabel'] ?? '' },
    partialResults: boolAttribute(noun, 'partialResults', false),
    languageCode: attributes['languageCode'] ?? 'en-US',
    engine,
    configuration: {
      profanityFilter: attributes['profanityFilter'] ?? 'true',
      speechModel: attributes['speechModel'] ?? 'telephony',
      enableAutomaticPunctuation: attributes['enableAutomaticPunctuation'] ?? 'true',
      ...(attributes['hints'] === undefined ? {} : { hints: attributes['hints'] }),
    },
  }
}

async function run(run: Run, element: Element): Promise<Outcome> {
  for (const noun of elementsOf(element)) {
    if (noun.name === 'Recording') startRecording(run, noun)
    else if (noun.name === 'Transcription') {
      const plan = readTranscription(run, noun)
      if (plan === null) complain(run, 32_650, 'Start: the transcriptionEngine must be google or deepgram')
      else startLiveTranscription(run.world, run.leg, plan)
    } else if (noun.name === 'Stream' || noun.name === 'Siprec') {
      complain(run, 12_200, `Start: the emulator has no ${noun.name}; it was skipped`)
    }
  }
  return 'next'
}

/** Begins what goes on beside the document: https://www.twilio.com/docs/voice/twiml/start */
export const start: Verb = {
  attributes: ['action', 'method'],
  nouns: ['Recording', 'Transcription', 'Stream', 'Siprec'],
  run,
}
