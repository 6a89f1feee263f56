import type { BrowserPhoneDocument, PhoneToken } from '@/shared/schemas/phone'
import type { Timers } from '@/shared/timers'
import { PhoneError, type BrowserPhone, type BrowserPhoneEvents, type PhoneProblem } from './browser-phone'
import type { PhoneCommand } from './phone-message'
import type { PhoneSettings } from './phone-settings'
import { nextPhoneState, phoneOff, type PhoneEvent, type PhoneState } from './phone-state'

/** What the owner needs of server and browser; tests pass their own. */
export type PhoneWorld = {
  getToken(): Promise<PhoneToken>
  getPhone(): Promise<BrowserPhoneDocument>
  putPhone(ready: boolean): Promise<unknown>
  endCall(): Promise<unknown>
  /** Why this number must not be called now; null: it may. */
  findRefusal(call: { to: string; callerId?: string }): Promise<string | null>
  openPhone(endpoint: string | null, events: BrowserPhoneEvents): BrowserPhone
  timers: Timers
  now(): number
}

/** While it rings without a leg of ours, how often the server is asked whether it still does. */
const lookMilliseconds = 2_000
/** A call rings by then, with or without a name. */
const longestAskMilliseconds = 700
const longestWaitMilliseconds = 60_000
/** A leg that was lost is joined again after so long each: by then the server knows whether the call goes on. */
const rejoinMilliseconds = [1_000, 2_000, 4_000]

/** The phone in the one tab that owns it: signs in, rings, calls, and joins again what a reload or the network has cut. */
export function startPhoneOwner(world: PhoneWorld, given: PhoneSettings, onState: (state: PhoneState) => void) {
  let settings = given
  let state: PhoneState = phoneOff
  let phone: BrowserPhone | null = null
  let stopped = false
  let ending = false
  let rejoins = 0
  /** The leg that rings and is not shown yet. */
  let ringing: string | null = null
  let failures = 0
  /** Grows when the phone is turned on or off: what an earlier life answers counts no more. */
  let life = 0
  const cancels = new Map<'token' | 'retry' | 'look' | 'rejoin', () => void>()

  function happen(event: PhoneEvent) {
    const next = nextPhoneState(state, event)
    if (next === state) return
    state = next
    onState(state)
  }

  function later(what: 'token' | 'retry' | 'look' | 'rejoin', milliseconds: number, run: () => void) {
    cancels.get(what)?.()
    cancels.set(what, world.timers.after(milliseconds, run))
  }

  function cancelTimers() {
    for (const cancel of cancels.values()) cancel()
    cancels.clear()
  }

  const events: BrowserPhoneEvents = {
    onIncoming: ring,
    onCall: (status, callSid) => {
      if (status === 'open') rejoins = 0
      happen({ type: 'call', status, callSid, at: world.now() })
    },
    onOver: over,
    onMuted: (muted) => happen({ type: 'muted', muted }),
    onInputLevel: (level) => happen({ type: 'level', level }),
    onWarning: (name, active) => happen({ type: 'warning', name, active }),
    onProblem: fail,
  }

  /** Our leg shows our own number: who really calls is asked of the server, and not waited for long. */
  function ring({ callSid, from }: { callSid: string; from: string }) {
    ringing = callSid
    const tell = (them: string) => {
      if (ringing !== callSid) return
      ringing = null
      happen({ type: 'incoming', callSid, from: them })
    }
    world.timers.after(longestAskMilliseconds, () => tell(from))
    void world.getPhone().then(
      ({ call }) => tell(call?.status === 'ringing' ? call.them : from),
      () => tell(from),
    )
  }

  /** Lost, not hung up, and the call goes on: it is joined again. */
  function over() {
    ringing = null
    const { call } = state
    const wasLost = !ending && call !== null && call.status !== 'incoming'
    happen({ type: 'over' })
    ending = false
    if (!wasLost || rejoins >= rejoinMilliseconds.length) return
    later('rejoin', rejoinMilliseconds[rejoins] ?? 0, () => void resume())
    rejoins += 1
  }

  function fail(problem: PhoneProblem, reason?: string) {
    happen({ type: 'failed', problem, ...(reason === undefined ? {} : { reason }) })
    if (state.line === 'failed' && problem !== 'microphone-refused') retry()
  }

  function retry() {
    const wait = Math.min(5_000 * 2 ** failures, longestWaitMilliseconds)
    failures += 1
    later('retry', wait, () => void turnOn())
  }

  async function turnOn() {
    const mine = ++life
    const isMine = () => mine === life && !stopped
    cancelTimers()
    phone?.close()
    phone = null
    happen({ type: 'turned-off' })
    happen({ type: 'turned-on' })
    try {
      const token = await world.getToken()
      if (!isMine()) return
      const opened = world.openPhone(token.endpoint, whileMine(isMine))
      phone = opened
      await opened.register(token.token)
      if (!isMine()) return opened.close()
      await opened.useDevices(settings)
      await world.putPhone(true)
      if (!isMine()) return
      failures = 0
      happen({ type: 'registered' })
      later('token', token.renewAfterSeconds * 1_000, () => void renew(isMine))
      await resume()
    } catch (error) {
      if (isMine()) fail(...explain(error))
    }
  }

  function whileMine(isMine: () => boolean): BrowserPhoneEvents {
    const guard =
      <Values extends unknown[]>(run: (...values: Values) => void) =>
      (...values: Values) => {
        if (isMine()) run(...values)
      }
    return {
      onIncoming: guard(events.onIncoming),
      onCall: guard(events.onCall),
      onOver: guard(events.onOver),
      onMuted: guard(events.onMuted),
      onInputLevel: guard(events.onInputLevel),
      onWarning: guard(events.onWarning),
      onProblem: guard(events.onProblem),
    }
  }

  async function renew(isMine: () => boolean) {
    try {
      const token = await world.getToken()
      if (!isMine()) return
      phone?.updateToken(token.token)
      later('token', token.renewAfterSeconds * 1_000, () => void renew(isMine))
      await world.putPhone(true)
    } catch {
      // The one we have lasts a while longer.
      if (isMine()) later('token', 20_000, () => void renew(isMine))
    }
  }

  /** What the server knows of a call of ours that this tab does not: one to join again, one that rings. */
  async function resume() {
    const { call } = await world.getPhone().catch(() => ({ call: null }))
    if (stopped || state.line !== 'ready' || state.call) return
    if (call?.status === 'talking' && call.room) {
      happen({ type: 'calling', to: call.them })
      await connect({ Room: call.room })
    } else if (call?.status === 'ringing' && call.pickup) {
      happen({ type: 'incoming', callSid: null, from: call.them, pickup: call.pickup })
      later('look', lookMilliseconds, () => void lookWhetherItRings())
    }
  }

  async function lookWhetherItRings() {
    if (state.call?.status !== 'incoming' || state.call.pickup === null) return
    const { call } = await world.getPhone().catch(() => ({ call: undefined }))
    if (call === null || call?.status === 'talking') happen({ type: 'stopped-ringing' })
    else later('look', lookMilliseconds, () => void lookWhetherItRings())
  }

  async function connect(parameters: Record<string, string>) {
    try {
      await phone?.connect(parameters)
    } catch (error) {
      fail(...explain(error))
    }
  }

  async function call(to: string, callerId: string | undefined) {
    if (state.line !== 'ready' || state.call) return
    happen({ type: 'calling', to })
    const shown = callerId === undefined ? {} : { callerId }
    // Asked again by the server when the call comes there; here it can be read.
    const refusal = await world.findRefusal({ to, ...shown }).catch(() => null)
    if (state.call === null) return
    if (refusal !== null) return happen({ type: 'failed', problem: 'not-allowed', reason: refusal })
    await connect({ To: to, ...(callerId === undefined ? {} : { CallerId: callerId }) })
  }

  function accept() {
    const { call: ringing } = state
    if (ringing?.status !== 'incoming') return
    happen({ type: 'taken' })
    if (ringing.pickup === null) phone?.accept()
    else void connect({ Pickup: ringing.pickup })
  }

  function decline() {
    if (state.call?.status !== 'incoming') return
    if (state.call.pickup === null) phone?.decline()
    else void world.endCall().catch(() => undefined)
    happen({ type: 'over' })
  }

  /** The server first: it then knows that the call is to end, not only our leg. */
  function hangUp() {
    if (!state.call || state.call.status === 'incoming') return
    ending = true
    happen({ type: 'over' })
    void world
      .endCall()
      .catch(() => undefined)
      .finally(() => {
        phone?.hangUp()
        ending = false
      })
  }

  function turnOff() {
    life += 1
    cancelTimers()
    phone?.close()
    phone = null
    happen({ type: 'turned-off' })
    void world.putPhone(false).catch(() => undefined)
  }

  function useSettings(next: PhoneSettings) {
    const before = settings
    settings = next
    if (next.on !== before.on) return next.on ? void turnOn() : turnOff()
    if (next.microphoneId === before.microphoneId && next.speakerId === before.speakerId) return
    phone?.useDevices(next).catch((error: unknown) => fail(...explain(error)))
  }

  if (settings.on) void turnOn()
  else onState(state)

  return {
    state: () => state,
    obey(command: PhoneCommand) {
      if (command.do === 'call') void call(command.to, command.callerId)
      else if (command.do === 'accept') accept()
      else if (command.do === 'decline') decline()
      else if (command.do === 'hang-up') hangUp()
      else if (command.do === 'mute') phone?.mute(command.muted)
      else if (command.do === 'digits') phone?.sendDigits(command.digits)
      else if (command.do === 'try-again') void turnOn()
      else useSettings(command.settings)
    },
    /** The tab goes: another takes over, or the same one after a reload. What rings goes on ringing. */
    leave() {
      stopped = true
      cancelTimers()
      phone?.leave()
      phone = null
    },
  }
}

export type PhoneOwner = ReturnType<typeof startPhoneOwner>

function explain(error: unknown): [PhoneProblem, string?] {
  if (error instanceof PhoneError) return [error.problem]
  return error instanceof Error && error.message !== '' ? ['unreachable', error.message] : ['unreachable']
}
