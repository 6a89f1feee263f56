import type { Outputs } from './execution'

/** What a caller hears or what happens to the call; the edge renders it as TwiML. Times are seconds. */
export type Verb =
  | { verb: 'say'; text: string; voice?: string | undefined; language?: string | undefined; loop: number }
  | { verb: 'play'; url: string; loop: number }
  | { verb: 'play-digits'; digits: string }
  | ({ verb: 'gather'; prompt: Verb[] } & GatherOptions)
  | ({ verb: 'record' } & RecordOptions)
  | ({ verb: 'dial' } & DialOptions)
  | { verb: 'enqueue'; queueName: string; waitUrl?: string | undefined; waitSeconds?: number | undefined }
  | { verb: 'start-recording'; dual: boolean }
  | { verb: 'stop-recording' }
  | { verb: 'redirect'; url: string; method: 'GET' | 'POST' }
  | { verb: 'hang-up' }

export type GatherOptions = {
  input: 'dtmf' | 'speech' | 'dtmf speech'
  timeout: number
  finishOnKey: string
  numDigits?: number | undefined
  language?: string | undefined
  speechTimeout?: string | undefined
  hints?: string | undefined
  profanityFilter?: boolean | undefined
}

export type RecordOptions = {
  timeout: number
  finishOnKey: string
  maxLength: number
  playBeep: boolean
  trim: boolean
  transcribe: boolean
}

export type DialOptions = {
  noun: 'number' | 'client' | 'sip' | 'conference'
  to: string[]
  callerId?: string | undefined
  record: boolean
  timeout: number
  timeLimit?: number | undefined
}

/** What somebody else must do before the flow goes on. The answer is an event of the widget and its outputs. */
export type FlowRequest =
  | {
      request: 'http'
      method: 'GET' | 'POST'
      url: string
      contentType: string
      body: string
      parameters: [string, string][]
    }
  | { request: 'send-message'; to: string; from: string; body: string; mediaUrls: string[] }
  | { request: 'place-call'; to: string; from: string; record: boolean; machineDetection: boolean; timeout: number }
  | { request: 'find-contact'; phoneNumber: string }
  | { request: 'opt-out'; phoneNumber: string; words: string }
  | { request: 'call-back'; phoneNumber: string; wish: string }
  | { request: 'classify'; text: string; intents: string[] }
  | { request: 'subflow'; flowSid: string; revision: string; parameters: Outputs }

/** What the execution waits for. */
export type Pending =
  /** Twilio asks again when the verbs are over. */
  | { wait: 'return' }
  /** The last verb reports how it ended. */
  | { wait: 'report' }
  | { wait: 'request'; request: FlowRequest }
  /** A text of the other party, or the time. */
  | { wait: 'message'; timeout: number }
  /** The flow one level out goes on: step with its definition. */
  | { wait: 'outer'; event: string; outputs: Outputs }

/** One state that was run, for the log and the designer's counts. */
export type Visit = { state: string; type: string; event: string | null; outputs: Outputs; failure: string | null }
