/** How long things take, in milliseconds of clock time. */
export type Timing = {
  /** From a Messaging Service's `accepted` to `queued`. */
  messageQueued: number
  messageSending: number
  messageSent: number
  messageDelivered: number
  callInitiated: number
  callRinging: number
  phoneAnswers: number
  phoneDeclines: number
  voicemailAnswers: number
  /** Until a person or a machine is told apart. */
  machineDetected: number
  /** How long a voicemail's greeting lasts, up to its beep. */
  voicemailGreeting: number
  sayPerCharacter: number
  playUnknown: number
  recordingReady: number
  transcriptionReady: number
  /** The hard ceiling of a webhook, retries included. */
  webhookTotal: number
}

export const defaultTiming: Timing = {
  messageQueued: 100,
  messageSending: 200,
  messageSent: 500,
  messageDelivered: 1000,
  callInitiated: 100,
  callRinging: 200,
  phoneAnswers: 1000,
  phoneDeclines: 1000,
  voicemailAnswers: 5000,
  machineDetected: 4000,
  voicemailGreeting: 8000,
  sayPerCharacter: 60,
  playUnknown: 3000,
  recordingReady: 500,
  transcriptionReady: 2000,
  webhookTotal: 15_000,
}
