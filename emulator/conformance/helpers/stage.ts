import twilio from 'twilio'
import { afterEach, beforeEach, expect } from 'vitest'
import { startEmulator } from '../../start-emulator.ts'
import type { Emulator, EmulatorOptions } from '../../start-emulator.ts'
import { CheckedClient } from './checked-client.ts'
import { Receiver } from './receiver.ts'
import type { Received } from './receiver.ts'

export const own = '+14155550100'
export const secondOwn = '+12125550100'
export const ann = '+14155550111'
export const bob = '+14155550122'

export type CallDetail = {
  callSid: string
  from: string
  to: string
  status: string
  direction: string
  heard: { verb: string; text?: string; url?: string; digits?: string; at: string }[]
  waitingFor: string | null
  childCallSids: string[]
  parentCallSid: string | null
  recordingSids: string[]
  durationSeconds: number | null
}

/** An emulator under a virtual clock, the official SDK pointed at it, and an application for its webhooks. */
export class Stage {
  readonly emulator: Emulator
  readonly app: Receiver
  readonly http = new CheckedClient({ timeout: 10_000 })
  readonly client: twilio.Twilio

  private constructor(emulator: Emulator, app: Receiver) {
    this.emulator = emulator
    this.app = app
    this.client = this.clientFor(emulator.accountSid, emulator.authToken)
  }

  static async open(options: EmulatorOptions = {}): Promise<Stage> {
    const emulator = await startEmulator({
      ...options,
      clock: { mode: 'virtual', now: Date.parse('2026-03-02T15:00:00Z'), ...options.clock },
    })
    const app = new Receiver(emulator.authToken)
    await app.listen()
    return new Stage(emulator, app)
  }

  clientFor(accountSid: string, authToken: string): twilio.Twilio {
    const client = twilio(accountSid, authToken, { httpClient: this.http })
    pointAt(client, this.emulator.url)
    return client
  }

  advance(ms: number): Promise<void> {
    return this.emulator.clock.advance(ms)
  }

  quiet(): Promise<void> {
    return this.emulator.clock.quiet()
  }

  /** Gives one of the account's numbers its URLs. */
  async configure(phoneNumber: string, settings: Record<string, string>): Promise<void> {
    const [number] = await this.client.incomingPhoneNumbers.list({ phoneNumber })
    await this.client.incomingPhoneNumbers(number?.sid ?? 'nobody').update(settings)
  }

  /** The emulator's own API; throws on an error. */
  async control(method: string, path: string, body?: unknown) {
    const sends = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`${this.emulator.url}/emulator${path}`, { method, ...sends })
    const json = await response.json()
    if (!response.ok) throw new Error(`${response.status} ${json.error.code}: ${json.error.message}`)
    return json
  }

  text(from: string, body: string, to = own): Promise<{ messageSid: string }> {
    return this.control('POST', `/phones/${from}/messages`, { to, body })
  }

  inbox(
    phone: string,
  ): Promise<{ direction: string; body: string; from: string; status: string; errorCode: number | null }[]> {
    return this.control('GET', `/phones/${phone}/messages`)
  }

  async dial(from: string, to = own): Promise<string> {
    return (await this.control('POST', `/phones/${from}/calls`, { to })).callSid
  }

  call(callSid: string): Promise<CallDetail> {
    return this.control('GET', `/calls/${callSid}`)
  }

  /** What a person does on a call: answer, decline, digits, speech, record, hangup. */
  deed(callSid: string, name: string, body: unknown = {}): Promise<CallDetail> {
    return this.control('POST', `/calls/${callSid}/${name}`, body)
  }

  async said(callSid: string): Promise<string[]> {
    return (await this.call(callSid)).heard.flatMap((heard) => heard.text ?? [])
  }

  async ringingAt(phone: string): Promise<string> {
    const calls = await this.control('GET', `/phones/${phone}/calls`)
    return calls.find((call: CallDetail) => call.status === 'ringing').callSid
  }

  async notifications(): Promise<number[]> {
    return (await this.control('GET', '/notifications')).map((each: { code: number }) => each.code)
  }

  /** An inbound call from Ann whose number answers with this document. */
  async callInto(twiml: string): Promise<string> {
    await this.configure(own, { voiceUrl: this.app.on('/voice', twiml) })
    return this.dial(ann)
  }

  async close(): Promise<void> {
    await this.emulator.close()
    this.app.close()
  }
}

/** A file fetched for Play: without parameters, so neither webhook nor signed. */
function isMedia({ method, params, headers }: Received): boolean {
  return method === 'GET' && Object.keys(params).length === 0 && headers['x-twilio-signature'] === undefined
}

/** Each product of the SDK at its prefix, as the documentation says. */
export function pointAt(client: twilio.Twilio, url: string): void {
  client.api.baseUrl = url
  client.messaging.baseUrl = `${url}/messaging`
  client.lookups.baseUrl = `${url}/lookups`
  client.pricing.baseUrl = `${url}/pricing`
}

/** A fresh stage for each test; afterwards every webhook must have been signed and every answer as Twilio's OpenAPI has it. */
export function useStage(options?: EmulatorOptions): () => Stage {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open(options)
  })
  afterEach(async () => {
    await stage.close()
    expect(stage.app.requests.filter((each) => !each.isSigned && !isMedia(each))).toEqual([])
    expect(stage.http.complaints).toEqual([])
  })
  return () => stage
}

/** The code of the error that the SDK throws. */
export async function codeOf(work: Promise<unknown>): Promise<number | string> {
  return work.then(
    () => 'it worked',
    (error: { code?: number; message: string }) => error.code ?? error.message,
  )
}
