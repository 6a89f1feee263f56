/** What Twilio answers about a call: the fields we use of its Call resource. */
export type TwilioCall = {
  callSid: string
  parentCallSid: string | null
  status: string
  direction: string
  from: string
  to: string
  answeredBy: string | null
  createdAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
  durationSeconds: number | null
}

/** What Twilio answers about a text: the fields we use of its Message resource. */
export type TwilioMessage = {
  messageSid: string
  status: string
  direction: string
  from: string | null
  to: string
  body: string
  numSegments: number
  numMedia: number
  errorCode: number | null
  createdAt: Date | null
}

/** What Twilio answers about a recording: the fields we use of its Recording resource. */
export type TwilioRecording = {
  recordingSid: string
  callSid: string | null
  conferenceSid: string | null
  status: string
  source: string | null
  channels: number | null
  durationSeconds: number | null
  mediaUrl: string | null
  createdAt: Date | null
  startedAt: Date | null
}

/** Twilio's conference, with those who are in it. */
export type TwilioConference = {
  conferenceSid: string
  participants: { callSid: string; muted: boolean; hold: boolean }[]
}

/** Whom Twilio asks about a number; '' : nobody. */
export type NumberSettings = {
  voiceUrl: string
  voiceMethod: string
  voiceFallbackUrl: string
  voiceFallbackMethod: string
  statusCallback: string
  statusCallbackMethod: string
  smsUrl: string
  smsMethod: string
  smsFallbackUrl: string
  smsFallbackMethod: string
  voiceApplicationSid: string
  smsApplicationSid: string
  trunkSid: string
}

/** Whom Twilio asks about what phones in browsers call. */
export type ApplicationUrls = { voiceUrl: string; voiceFallbackUrl: string; statusCallback: string }

/** A service's address wins over its numbers' own. */
export type TextService = { serviceSid: string; url: string; method: string; phoneNumberSids: string[] }

export type TwilioNumber = {
  phoneNumberSid: string
  phoneNumber: string
  friendlyName: string
  voice: boolean
  sms: boolean
  mms: boolean
  settings: NumberSettings
}

export type PlaceCallRequest = {
  to: string
  from: string
  url: string
  /** Asked when `url` cannot be used. */
  fallbackUrl: string
  statusCallback: string
  machineDetection?: 'Enable' | 'DetectMessageEnd'
  /** How long it rings; Twilio's own: 60. */
  ringSeconds?: number
}

export type SendMessageRequest = {
  to: string
  from?: string
  messagingServiceSid?: string
  body?: string
  mediaUrls?: string[]
  statusCallback: string
}

/**
 * Twilio as this program uses it. Retries by itself only what was surely not processed (429, connection refused before a byte was
 * written). Throws UpstreamError with Twilio's code and with `outcome`: 'refused', 'unprocessed' or 'unknown'.
 */
export type TwilioPort = {
  placeCall(request: PlaceCallRequest): Promise<TwilioCall>
  fetchCall(callSid: string): Promise<TwilioCall>
  /** Newest first, as every list of Twilio's. */
  listCalls(filter: {
    to?: string
    from?: string
    startedAfter?: Date
    startedBefore?: Date
    limit: number
  }): Promise<TwilioCall[]>
  updateCall(
    callSid: string,
    change: { status: 'completed' | 'canceled' } | { url: string } | { twiml: string },
  ): Promise<TwilioCall>
  /** Changes somebody in a conference; `announceUrl`: TwiML that they alone hear; `holdUrl`: what they hear on hold. */
  updateParticipant(
    conferenceSid: string,
    callSid: string,
    change: { hold?: boolean; holdUrl?: string; muted?: boolean; announceUrl?: string },
  ): Promise<void>
  /** Who is in the conference of this name that goes on; null when none does. */
  findConference(name: string): Promise<TwilioConference | null>
  sendMessage(request: SendMessageRequest): Promise<TwilioMessage>
  fetchMessage(messageSid: string): Promise<TwilioMessage>
  /** Deletes a text with its media, which Twilio does once it has ended; 'absent' when it has none with this SID. */
  deleteMessage(messageSid: string): Promise<'deleted' | 'absent'>
  listMessages(filter: {
    to?: string
    from?: string
    sentAfter?: Date
    sentBefore?: Date
    limit: number
  }): Promise<TwilioMessage[]>
  /** The files of a text, at the addresses that its webhook names. */
  listMessageMedia(messageSid: string): Promise<{ url: string; contentType: string }[]>
  listRecordings(filter: { createdAfter: Date; createdBefore: Date; limit: number }): Promise<TwilioRecording[]>
  /** Records a call's leg, each side in a channel of its own, until it is stopped or the leg ends. */
  startRecording(callSid: string, options: { statusCallback: string }): Promise<TwilioRecording>
  /** While it is paused there is silence in it. */
  updateRecording(
    recording: { callSid: string; recordingSid: string },
    status: 'paused' | 'in-progress' | 'stopped',
  ): Promise<TwilioRecording>
  listCallRecordings(callSid: string): Promise<TwilioRecording[]>
  /** Deletes a recording that has ended; 'absent' when Twilio has none with this SID. */
  deleteRecording(recordingSid: string): Promise<'deleted' | 'absent'>
  /** The account's numbers, with whom Twilio asks about them. */
  listNumbers(): Promise<TwilioNumber[]>
  /** The messaging services that take the texts of their numbers, with where they bring them; '': nowhere. */
  listTextServices(): Promise<TextService[]>
  configureNumber(phoneNumberSid: string, settings: NumberSettings): Promise<TwilioNumber>
  findAvailableNumbers(query: {
    country: string
    type: 'local' | 'mobile' | 'tollFree'
    areaCode?: number
    contains?: string
    limit: number
  }): Promise<{ phoneNumber: string; place: string | null; voice: boolean; sms: boolean; mms: boolean }[]>
  /** Twilio's list price of a number a month, by type; null where Twilio tells none. */
  fetchNumberPrices(country: string): Promise<{ currency: string; prices: Record<string, number> } | null>
  buyNumber(phoneNumber: string, settings: NumberSettings): Promise<TwilioNumber>
  releaseNumber(phoneNumberSid: string): Promise<'deleted' | 'absent'>
  /** What kind of line a number is, in Twilio's words (mobile, landline, nonFixedVoip …); null when Twilio does not know. Costs a little. */
  lookUpLineType(phoneNumber: string): Promise<string | null>
  /** A key that signs access tokens; its secret is shown this once. */
  createKey(friendlyName: string): Promise<{ sid: string; secret: string }>
  hasKey(keySid: string): Promise<boolean>
  createApplication(application: ApplicationUrls & { friendlyName: string }): Promise<string>
  /** Makes an application ask at these addresses; false when there is none with this SID. */
  pointApplication(applicationSid: string, urls: ApplicationUrls): Promise<boolean>
  /** Lets go of idle connections. */
  close(): void
}
