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
  sayPerCharacter: number
  playUnknown: number
  recordingReady: number
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
  sayPerCharacter: 60,
  playUnknown: 3000,
  recordingReady: 500,
  webhookTotal: 15_000,
}
