/** How this account differs from a usual one; each begins as documented in docs/emulator.md. */
export type Settings = {
  /** Senders hold to their messages per second, and their queues overflow. */
  throughput: boolean
  /** How much a sender's queue holds: what it can send in so many seconds. */
  queueSeconds: number
  /** A trial account: verified recipients only, and a sentence before each text. */
  trial: boolean
  /** Local numbers belong to a registered 10DLC campaign; else texts to North America end with 30034. */
  a2pRegistered: boolean
  /** Toll-free numbers are verified; else texts from them end with 30032. */
  tollFreeVerified: boolean
  /** Media of texts are fetched from this machine only, or from wherever their URL leads. */
  mediaFrom: 'this-machine' | 'anywhere'
  /** Told of every error and warning, as Twilio's debugger webhook. */
  debuggerUrl: string | null
  /** Calls by REST are released at this rate, as Twilio does at one a second; null releases them at once. */
  callsPerSecond: number | null
  /** US dollars before anything was used. */
  openingBalance: number
}

export function defaultSettings(): Settings {
  return {
    throughput: false,
    queueSeconds: 36_000,
    trial: false,
    a2pRegistered: true,
    tollFreeVerified: true,
    mediaFrom: 'this-machine',
    debuggerUrl: null,
    callsPerSecond: null,
    openingBalance: 100,
  }
}
