import type { Leg, Tap, Utterance } from '../calls/leg.ts'
import type { Track } from '../recordings/recording.ts'
import type { World } from '../world.ts'

export type LivePlan = {
  name: string
  track: 'inbound_track' | 'outbound_track' | 'both_tracks'
  callback: { url: string; method: 'GET' | 'POST' } | null
  labels: Record<Track, string>
  partialResults: boolean
  languageCode: string
  engine: 'google' | 'deepgram'
  configuration: Record<string, string>
}

/** What is said on a call, told while it is said: https://www.twilio.com/docs/voice/twiml/transcription */
export type LiveTranscription = {
  sid: string
  callSid: string
  name: string
  status: 'in-progress' | 'stopped'
  updatedAt: number
  stop: () => void
}

/** Starts at once and goes on across documents until it is stopped or the call ends. */
export function startLiveTranscription(world: World, leg: Leg, plan: LivePlan): LiveTranscription {
  const callSid = leg.call.sid
  const sid = world.newSid('GT')
  let sequence = 1
  const post = (event: string, fields: Record<string, string>) => {
    if (plan.callback === null) return
    world.callbacks.post(world, {
      kind: 'transcription',
      resourceSid: sid,
      ...plan.callback,
      parameters: {
        AccountSid: world.account.sid,
        CallSid: callSid,
        TranscriptionSid: sid,
        TranscriptionEvent: event,
        SequenceId: String(sequence++),
        Timestamp: world.clock.date().toISOString(),
        ...fields,
      },
    })
  }
  const tap: Tap = (track, sound) => {
    if (sound.text === null || (plan.track !== 'both_tracks' && plan.track !== `${track}_track`)) return
    for (const part of partsOf(sound, sound.text, plan)) post('transcription-content', contentOf(part, track, plan))
  }
  const live: LiveTranscription = {
    sid,
    callSid,
    name: plan.name || sid,
    status: 'in-progress',
    updatedAt: world.clock.now(),
    stop: () => {
      if (live.status === 'stopped') return
      live.status = 'stopped'
      live.updatedAt = world.clock.now()
      leg.taps.delete(tap)
      post('transcription-stopped', {})
    },
  }
  leg.taps.add(tap)
  leg.onEnd.push(live.stop)
  world.account.liveTranscriptions.set(sid, live)
  post('transcription-started', {
    TranscriptionEngine: plan.engine,
    ProviderConfiguration: JSON.stringify(plan.configuration),
    LanguageCode: plan.languageCode,
    PartialResults: String(plan.partialResults),
    Track: plan.track,
    InboundTrackLabel: plan.labels.inbound,
    OutboundTrackLabel: plan.labels.outbound,
  })
  return live
}

/** Only what is final is told with how sure it is. */
type Part = { text: string; confidence: number | null }

const usualConfidence = 0.98

/** The utterance, after its first half where partial results are wanted. */
function partsOf({ confidence = usualConfidence }: Utterance, text: string, plan: LivePlan): Part[] {
  const words = text.split(' ')
  const half = words.slice(0, Math.ceil(words.length / 2)).join(' ')
  const whole = { text, confidence }
  return plan.partialResults ? [{ text: half, confidence: null }, whole] : [whole]
}

function contentOf({ text, confidence }: Part, track: Track, plan: LivePlan): Record<string, string> {
  return {
    LanguageCode: plan.languageCode,
    Track: `${track}_track`,
    TranscriptionData: JSON.stringify({ transcript: text, ...(confidence === null ? {} : { confidence }) }),
    Final: String(confidence !== null),
    ...(confidence === null ? { Stability: '0.9' } : {}),
  }
}
