/** What a phone in a browser tells its owner. At most one call at a time. */
export type BrowserPhoneEvents = {
  /** A call rings; `from` is whom the person sees, a number or `client:…`. */
  onIncoming: (call: { callSid: string; from: string }) => void
  /** Our own leg: `callSid` as soon as it is known. `open`: both sides have sound. */
  onCall: (status: 'connecting' | 'open' | 'reconnecting', callSid: string | null) => void
  /** The call that rang or ran is over for this phone, whoever ended it. */
  onOver: () => void
  onMuted: (muted: boolean) => void
  /** How loud the microphone is, 0 to 1, a few times a second while a call runs. */
  onInputLevel: (level: number) => void
  /** Twilio's name of a warning, such as `high-jitter`; `active` false: it has passed. */
  onWarning: (name: string, active: boolean) => void
  onProblem: (problem: PhoneProblem) => void
}

export type PhoneProblem = 'microphone-refused' | 'microphone-missing' | 'token-refused' | 'unreachable' | 'call-failed'

/** One phone, whatever carries its sound: Twilio's Voice SDK, or a Twilio-compatible endpoint on this machine. */
export type BrowserPhone = {
  /** From now on it can be rung. Rejects with PhoneError. */
  register(token: string): Promise<void>
  updateToken(token: string): void
  /** Calls out through our application, which gets the parameters. Rejects with PhoneError. */
  connect(parameters: Record<string, string>): Promise<void>
  accept(): void
  decline(): void
  hangUp(): void
  mute(muted: boolean): void
  sendDigits(digits: string): void
  /** Ids of the browser's devices; null: its default. */
  useDevices(devices: { microphoneId: string | null; speakerId: string | null }): Promise<void>
  /** The page goes: what runs is dropped, what rings is left ringing for whoever takes over. */
  leave(): void
  /** Can no longer be rung; ends what runs. */
  close(): void
}

export class PhoneError extends Error {
  override name = 'PhoneError'
  readonly problem: PhoneProblem

  constructor(problem: PhoneProblem, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
  }
}
