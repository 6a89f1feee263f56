import { z } from 'zod'
import { PhoneError, type BrowserPhone, type BrowserPhoneEvents } from './browser-phone'

const Call = z.object({ callSid: z.string(), from: z.string(), direction: z.string(), status: z.string() })
const Calls = z.array(Call)
const Registered = z.object({ phoneNumber: z.string() })
const Refusal = z.object({ error: z.object({ code: z.string() }) })

/** The browser as this phone needs it. */
export type LocalPhoneBrowser = {
  fetch: typeof fetch
  /** Tells of changes at the endpoint until it is closed; `onLost` when it no longer does. */
  watch(url: string, handlers: { onChange: () => void; onLost: () => void }): () => void
  /** Sends without waiting, while the page goes. */
  sendLast(url: string): void
}

/**
 * A phone at a Twilio-compatible endpoint on this machine, which has no media servers: what Twilio's Device does is asked by control requests
 * with the same access token (docs/emulator.md, “A phone in a browser”). Its person speaks and listens at the endpoint's phones page.
 */
export function createLocalPhone(
  endpoint: string,
  events: BrowserPhoneEvents,
  browser: LocalPhoneBrowser,
): BrowserPhone {
  const root = `${endpoint}/emulator`
  let token = ''
  let address = ''
  let stopWatching: (() => void) | null = null
  /** The leg that rings or runs here; the last word on it. */
  let leg: { callSid: string; status: 'incoming' | 'connecting' | 'open' } | null = null
  let looking: Promise<void> | null = null
  let lookAgain = false

  async function ask(path: string, body?: object): Promise<unknown> {
    const init = body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    const response = await browser.fetch(root + path, init).catch((cause: unknown) => {
      throw new PhoneError('unreachable', { cause })
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return answer
    const refusal = Refusal.safeParse(answer).data?.error.code ?? ''
    throw new PhoneError(response.status === 401 ? 'token-refused' : 'call-failed', { cause: refusal })
  }

  function act(path: string, body: object = {}) {
    if (leg) void ask(`/calls/${leg.callSid}/${path}`, body).then(look, look)
  }

  /** One look at a time; what changes during it is looked at after it. */
  function look() {
    lookAgain = true
    looking ??= lookWhileAsked().finally(() => {
      looking = null
    })
  }

  async function lookWhileAsked() {
    while (lookAgain) {
      lookAgain = false
      const calls = await ask(`/phones/${encodeURIComponent(address)}/calls`).then(
        (answer) => Calls.safeParse(answer).data ?? [],
        () => null,
      )
      if (calls) follow(calls)
    }
  }

  function follow(calls: z.infer<typeof Calls>) {
    const { callSid: mine } = leg ?? {}
    const now = mine === undefined ? undefined : calls.find((call) => call.callSid === mine)
    if (leg && now?.status === 'in-progress' && leg.status !== 'open') {
      leg = { ...leg, status: 'open' }
      events.onCall('open', leg.callSid)
    } else if (leg && now && now.status !== 'ringing' && now.status !== 'in-progress' && now.status !== 'queued') over()
    const ringing = calls.find((call) => call.direction === 'incoming' && call.status === 'ringing')
    if (leg || !ringing) return
    leg = { callSid: ringing.callSid, status: 'incoming' }
    events.onIncoming({ callSid: ringing.callSid, from: ringing.from })
  }

  function over() {
    leg = null
    events.onOver()
  }

  return {
    async register(given) {
      token = given
      const { phoneNumber } = Registered.parse(await ask('/clients/register', { token }))
      address = phoneNumber
      stopWatching?.()
      stopWatching = browser.watch(`${root}/stream`, {
        onChange: look,
        onLost: () => events.onProblem('unreachable'),
      })
      look()
    },
    updateToken(given) {
      token = given
    },
    async connect(parameters) {
      const call = Call.parse(await ask('/clients/connect', { token, parameters }))
      leg = { callSid: call.callSid, status: 'connecting' }
      events.onCall('connecting', call.callSid)
      look()
    },
    accept() {
      act('answer')
    },
    decline() {
      act('decline')
    },
    hangUp() {
      act('hangup')
    },
    mute: (muted) => events.onMuted(muted),
    sendDigits: (digits) => act('digits', { digits }),
    useDevices: () => Promise.resolve(),
    leave() {
      // As the sound of a page ends with it; a call that rings goes on ringing.
      if (leg && leg.status !== 'incoming') browser.sendLast(`${root}/calls/${leg.callSid}/hangup`)
      leg = null
      stopWatching?.()
      stopWatching = null
    },
    close() {
      if (leg && leg.status !== 'incoming') act('hangup')
      leg = null
      stopWatching?.()
      stopWatching = null
    },
  }
}
