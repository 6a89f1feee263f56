import type { TwilioCall, TwilioMessage, TwilioRecording } from './port'

type SdkCall = {
  sid: string
  parentCallSid: string | null
  status: string
  direction: string
  from: string
  to: string
  answeredBy: string | null
  dateCreated: Date | null
  startTime: Date | null
  endTime: Date | null
  duration: string | null
}

type SdkMessage = {
  sid: string
  status: string
  direction: string
  from: string | null
  to: string
  body: string | null
  numSegments: string
  numMedia: string
  errorCode: number | null
  dateCreated: Date | null
}

type SdkRecording = {
  sid: string
  callSid: string | null
  conferenceSid: string | null
  status: string
  source: string | null
  channels: number | null
  duration: string | null
  /** A recording that its call lists has none. */
  mediaUrl?: string | null
  dateCreated: Date | null
  startTime: Date | null
}

/** Twilio's Recording resource in our words. */
export function toTwilioRecording(recording: SdkRecording): TwilioRecording {
  return {
    recordingSid: recording.sid,
    callSid: recording.callSid,
    conferenceSid: recording.conferenceSid,
    status: recording.status,
    source: recording.source,
    channels: recording.channels,
    durationSeconds: recording.duration === null ? null : Number(recording.duration),
    mediaUrl: recording.mediaUrl ?? null,
    createdAt: recording.dateCreated,
    startedAt: recording.startTime,
  }
}

/** Twilio's Call resource in our words. */
export function toTwilioCall(call: SdkCall): TwilioCall {
  return {
    callSid: call.sid,
    parentCallSid: call.parentCallSid,
    status: call.status,
    direction: call.direction,
    from: call.from,
    to: call.to,
    answeredBy: call.answeredBy,
    createdAt: call.dateCreated,
    startedAt: call.startTime,
    endedAt: call.endTime,
    durationSeconds: call.duration === null ? null : Number(call.duration),
  }
}

/** Twilio's Message resource in our words; its counts come as text. */
export function toTwilioMessage(message: SdkMessage): TwilioMessage {
  return {
    messageSid: message.sid,
    status: message.status,
    direction: message.direction,
    from: message.from,
    to: message.to,
    body: message.body ?? '',
    numSegments: Number(message.numSegments),
    numMedia: Number(message.numMedia),
    errorCode: message.errorCode,
    createdAt: message.dateCreated,
  }
}
