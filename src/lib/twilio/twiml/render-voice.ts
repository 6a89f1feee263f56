import twilio from 'twilio'
import { xmlText } from './xml-text'

/** What a caller hears and what happens to the call, in order. Addresses come from `webhookUrl`. */
export type VoiceStep =
  | { say: string }
  | { play: string }
  | {
      /** Rings these numbers at once: who picks up first, and takes it where a key is asked, is connected. */
      dial: {
        targets: readonly { number: string; whisper: string }[]
        callerId?: string
        ringSeconds: number
        action: string
        callStatus: string
      }
    }
  /** Puts the call into a room; `action` is asked when it has left it. */
  | { join: { room: string; label: string; action: string; events: string } }
  | { record: { action: string; recordingStatus: string; maximumSeconds: number } }
  /** Waits for one key while it plays and speaks and ten seconds more, or `seconds`; without one the next step follows. */
  | { askKey: { play?: string; say: string; action: string; seconds?: number } }
  /** Tones. */
  | { keys: string }
  /** Over and over. */
  | { music: string }
  /** In a channel for each side, from here on, whatever document comes next. */
  | { startRecording: { recordingStatus: string } }
  /** Another document goes on. */
  | { redirect: string }
  | { hangUp: true }

/** The document Twilio runs. After the last step the call ends, except that a whisper's end connects the two. */
export function renderVoice(steps: readonly VoiceStep[]): string {
  const response = new twilio.twiml.VoiceResponse()
  for (const step of steps) {
    if ('say' in step) response.say(xmlText(step.say))
    else if ('play' in step) response.play(step.play)
    else if ('dial' in step) addDial(response, step.dial)
    else if ('join' in step) addConference(response, step.join)
    else if ('record' in step) addRecord(response, step.record)
    else if ('askKey' in step) addKey(response, step.askKey)
    else if ('keys' in step) response.play({ digits: step.keys })
    else if ('music' in step) response.play({ loop: 0 }, step.music)
    else if ('startRecording' in step) addRecording(response, step.startRecording)
    else if ('redirect' in step) response.redirect({ method: 'POST' }, step.redirect)
    else response.hangup()
  }
  return response.toString()
}

type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>

function addDial(response: VoiceResponse, dial: Extract<VoiceStep, { dial: unknown }>['dial']) {
  const attributes = { action: dial.action, method: 'POST', timeout: dial.ringSeconds }
  const verb = response.dial(dial.callerId === undefined ? attributes : { ...attributes, callerId: dial.callerId })
  for (const { number, whisper } of dial.targets) {
    verb.number(
      {
        url: whisper,
        method: 'POST',
        statusCallback: dial.callStatus,
        statusCallbackMethod: 'POST',
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      },
      number,
    )
  }
}

/** Nobody's leaving ends a room: Twilio cannot change that for one who is on hold, so rooms are ended by us. */
function addConference(response: VoiceResponse, join: Extract<VoiceStep, { join: unknown }>['join']) {
  response.dial({ action: join.action, method: 'POST' }).conference(
    {
      startConferenceOnEnter: true,
      endConferenceOnExit: false,
      beep: 'false',
      participantLabel: join.label,
      statusCallback: join.events,
      statusCallbackMethod: 'POST',
      statusCallbackEvent: ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'],
    },
    join.room,
  )
}

function addKey(
  response: VoiceResponse,
  { play, say, action, seconds = 10 }: Extract<VoiceStep, { askKey: unknown }>['askKey'],
) {
  const gather = response.gather({ action, method: 'POST', input: ['dtmf'], numDigits: 1, timeout: seconds })
  if (play !== undefined) gather.play(play)
  gather.say(xmlText(say))
}

function addRecord(response: VoiceResponse, record: Extract<VoiceStep, { record: unknown }>['record']) {
  response.record({
    action: record.action,
    method: 'POST',
    maxLength: record.maximumSeconds,
    // Twilio's own 5 s of silence would cut off who stops to think.
    timeout: 10,
    finishOnKey: '#',
    playBeep: true,
    recordingStatusCallback: record.recordingStatus,
    recordingStatusCallbackMethod: 'POST',
    recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
  })
}

function addRecording(
  response: VoiceResponse,
  { recordingStatus }: Extract<VoiceStep, { startRecording: unknown }>['startRecording'],
) {
  response.start().recording({
    channels: 'dual',
    recordingStatusCallback: recordingStatus,
    recordingStatusCallbackMethod: 'POST',
    recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
  })
}
