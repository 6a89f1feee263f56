import { hear, waitFor } from '../../calls/progress.ts'
import { HungUp } from '../../calls/document-place.ts'
import { fetchAndForget } from '../../calls/fetch-and-forget.ts'
import type { Recording } from '../../recordings/recording.ts'
import { listen as listenTo } from '../../recordings/record-leg.ts'
import { finishRecording, startRecording } from '../../recordings/record.ts'
import { recordingUrl } from '../../recordings/recording-url.ts'
import { transcribe } from '../../transcriptions/transcribe.ts'
import { resolveUrl } from '../../webhooks/webhook-url.ts'
import { boolAttribute, intAttribute } from '../attributes.ts'
import type { Element } from '../parse-twiml.ts'
import { recordingCallbackOf } from '../recording-callback.ts'
import { placeOf } from '../verb.ts'
import type { Outcome, Run, Verb } from '../verb.ts'

/** Listens until a finishing key, which it returns, silence or the longest length. */
async function listen(run: Run, element: Element): Promise<string> {
  const { clock } = run.world
  const silenceMs = intAttribute(element, 'timeout', 5) * 1000 || Infinity
  const endsAt = clock.now() + intAttribute(element, 'maxLength', 3600, 1) * 1000
  const keys = element.attributes['finishOnKey'] ?? '1234567890*#'
  let speaksUntil = clock.now()
  for (;;) {
    const wait = Math.min(endsAt, speaksUntil + silenceMs) - clock.now()
    const input = await run.leg.inputs.next(clock, wait, run.signal)
    if (input === null) return ''
    if (input.type !== 'digit') {
      const ms = input.type === 'voice' ? input.seconds * 1000 : input.ms
      speaksUntil = Math.max(speaksUntil, clock.now()) + ms
    } else if (keys.includes(input.digit)) return input.digit
  }
}

function describe(run: Run, recording: Recording, digits: string): Record<string, string> {
  return {
    RecordingUrl: recordingUrl(run.world, recording.sid),
    RecordingSid: recording.sid,
    RecordingDuration: String(recording.durationSeconds),
    Digits: digits,
  }
}

/** `transcribe`, or a transcribeCallback alone, has the recording written down. */
function orderText(run: Run, element: Element, recording: Recording): void {
  const seconds = recording.durationSeconds ?? 0
  const text = element.attributes['transcribeCallback'] ?? ''
  const url = text === '' ? null : resolveUrl(text, run.documentUrl)
  if (!boolAttribute(element, 'transcribe', url !== null) || seconds === 0) return
  transcribe(run.world, run.leg.call, recording, seconds, url === null ? null : { url, method: 'POST' })
}

async function run(run: Run, element: Element): Promise<Outcome> {
  const { world, leg } = run
  if (boolAttribute(element, 'playBeep', true)) hear(world, leg, { verb: 'beep' })
  const callback = recordingCallbackOf(run, element)
  const recording = startRecording(world, {
    callSid: leg.call.sid,
    source: 'RecordVerb',
    channels: 1,
    track: 'both',
    trims: element.attributes['trim'] !== 'do-not-trim',
    callback,
  })
  listenTo(world, leg, recording, 'inbound')
  leg.inputs.open()
  waitFor(world, leg, 'record')
  try {
    const digits = await listen(run, element)
    finishRecording(world, recording)
    orderText(run, element, recording)
    const place = placeOf(run, element, 'action', describe(run, recording, digits))
    return place === null ? { end: 'completed' } : { go: place }
  } catch (error) {
    finishRecording(world, recording)
    if (error instanceof HungUp) {
      orderText(run, element, recording)
      fetchAndForget(world, leg, placeOf(run, element, 'action', describe(run, recording, 'hangup')))
    }
    throw error
  } finally {
    leg.inputs.close()
    if (!leg.isOver) waitFor(world, leg, null)
  }
}

/** https://www.twilio.com/docs/voice/twiml/record */
export const record: Verb = {
  attributes: [
    'action',
    'method',
    'timeout',
    'finishOnKey',
    'maxLength',
    'playBeep',
    'trim',
    'transcribe',
    'transcribeCallback',
    'recordingStatusCallback',
    'recordingStatusCallbackMethod',
    'recordingStatusCallbackEvent',
    'recordingConfigurationId',
  ],
  nouns: [],
  run,
}
