import { beforeEach, describe, expect, test, vi } from 'vitest'
import { settle } from '../../../test/helpers/create-browser-world'
import { createMovableTimers } from '@/shared/timers'
import type { BrowserPhoneCall } from '@/shared/schemas/phone'
import { PhoneError, type BrowserPhoneEvents } from './browser-phone'
import { startPhoneOwner, type PhoneOwner } from './phone-owner'
import type { PhoneSettings } from './phone-settings'
import { phoneOff, type PhoneState } from './phone-state'

const on: PhoneSettings = { on: true, microphoneId: null, speakerId: null }
const theirs = '+14155550123'
const room = '0199e7a4-0000-7000-8000-000000000001'

function createWorld() {
  const timers = createMovableTimers()
  const done: unknown[] = []
  const server = {
    call: null as BrowserPhoneCall | null,
    refusal: null as string | null,
    registering: null as PhoneError | null,
  }
  let events: BrowserPhoneEvents | null = null
  const world = {
    timers,
    now: () => timers.now(),
    getToken: async () => ({ token: 'token', identity: 'ada', expiresAt: '', renewAfterSeconds: 480, endpoint: null }),
    getPhone: async () => ({ ready: true, call: server.call }),
    putPhone: async (ready: boolean) => void done.push(['ready', ready]),
    endCall: async () => void done.push('end'),
    findRefusal: async () => server.refusal,
    openPhone: (_endpoint: string | null, given: BrowserPhoneEvents) => {
      events = given
      return {
        register: async () => {
          if (server.registering) throw server.registering
        },
        updateToken: (token: string) => void done.push(['token', token]),
        connect: async (parameters: Record<string, string>) => {
          done.push(parameters)
          given.onCall('connecting', 'CA-mine')
        },
        accept: () => void done.push('accept'),
        decline: () => void done.push('decline'),
        hangUp: () => {
          done.push('hang up')
          given.onOver()
        },
        mute: (muted: boolean) => given.onMuted(muted),
        sendDigits: (digits: string) => void done.push(['digits', digits]),
        useDevices: async (devices: object) => void done.push(devices),
        leave: () => void done.push('leave'),
        close: () => void done.push('close'),
      }
    },
  }
  return {
    world,
    server,
    done,
    happen: () => {
      if (!events) throw new Error('no phone was opened')
      return events
    },
    async pass(milliseconds: number) {
      timers.advance(milliseconds)
      await settle()
    },
  }
}

let stage: ReturnType<typeof createWorld>
let state: PhoneState
let owner: PhoneOwner
const start = async (settings = on) => {
  owner = startPhoneOwner(stage.world, settings, (next) => {
    state = next
  })
  await settle()
  stage.done.length = 0
}
beforeEach(() => {
  stage = createWorld()
  state = phoneOff
})

describe('the tab that owns the phone', () => {
  test('signs in, says it is ready, and asks for the next token in time', async () => {
    owner = startPhoneOwner(stage.world, on, (next) => {
      state = next
    })
    await settle()
    expect(state.line).toBe('ready')
    expect(stage.done).toContainEqual(['ready', true])
    stage.done.length = 0
    await stage.pass(480_000)
    expect(stage.done).toEqual([
      ['token', 'token'],
      ['ready', true],
    ])
  })

  test('is off until it is turned on, and off again', async () => {
    await start({ ...on, on: false })
    expect(state.line).toBe('off')
    owner.obey({ do: 'settings', settings: on })
    await settle()
    expect(state.line).toBe('ready')
    owner.obey({ do: 'settings', settings: { ...on, on: false } })
    expect(state.line).toBe('off')
    expect(stage.done).toContainEqual(['ready', false])
  })

  test('calls, and hangs up at the server first: the other party’s call ends too', async () => {
    await start()
    owner.obey({ do: 'call', to: theirs, callerId: '+14155550100' })
    await settle()
    expect(stage.done).toEqual([{ To: theirs, CallerId: '+14155550100' }])
    stage.happen().onCall('open', 'CA-mine')
    expect(state.call).toMatchObject({ status: 'open', them: theirs })
    owner.obey({ do: 'hang-up' })
    expect(state.call).toBeNull()
    await settle()
    expect(stage.done.slice(1)).toEqual(['end', 'hang up'])
    await stage.pass(10_000)
    expect(stage.done).toHaveLength(3)
  })

  test('says why a call may not be placed, and places none', async () => {
    await start()
    stage.server.refusal = 'They have opted out.'
    owner.obey({ do: 'call', to: theirs })
    await settle()
    expect(state).toMatchObject({ line: 'ready', problem: 'not-allowed', reason: 'They have opted out.', call: null })
    expect(stage.done).toEqual([])
  })

  test('after a reload it joins the call that goes on', async () => {
    stage.server.call = { status: 'talking', callSid: 'CA-theirs', them: theirs, room, pickup: null }
    owner = startPhoneOwner(stage.world, on, (next) => {
      state = next
    })
    await settle()
    expect(stage.done).toContainEqual({ Room: room })
    expect(state.call).toMatchObject({ status: 'connecting', them: theirs })
  })

  test('a leg that is lost is joined again, at most three times; one that the other side ended is over', async () => {
    await start()
    owner.obey({ do: 'call', to: theirs })
    await settle()
    stage.happen().onCall('open', 'CA-mine')
    stage.server.call = { status: 'talking', callSid: 'CA-theirs', them: theirs, room, pickup: null }
    stage.done.length = 0
    for (const wait of [1_000, 2_000, 4_000, 60_000]) {
      stage.happen().onOver()
      await stage.pass(wait)
    }
    expect(stage.done).toEqual([{ Room: room }, { Room: room }, { Room: room }])
    stage.happen().onCall('open', 'CA-mine')
    stage.server.call = null
    stage.happen().onOver()
    await stage.pass(60_000)
    expect(stage.done).toHaveLength(3)
    expect(state).toMatchObject({ line: 'ready', call: null })
  })

  test('takes over a call that rings for a tab that has closed; it stops when nobody calls any more', async () => {
    stage.server.call = { status: 'ringing', callSid: 'CA-theirs', them: theirs, room: null, pickup: 'CA-theirs' }
    await start()
    expect(state.call).toMatchObject({ status: 'incoming', them: theirs, callSid: null })
    owner.obey({ do: 'accept' })
    await settle()
    expect(stage.done).toEqual([{ Pickup: 'CA-theirs' }])

    stage = createWorld()
    stage.server.call = { status: 'ringing', callSid: 'CA-theirs', them: theirs, room: null, pickup: 'CA-theirs' }
    await start()
    await stage.pass(2_000)
    expect(state.call?.status).toBe('incoming')
    stage.server.call = null
    await stage.pass(2_000)
    expect(state.call).toBeNull()
  })

  test('answers and declines what rings at its own phone', async () => {
    await start()
    stage.server.call = { status: 'ringing', callSid: 'CA-theirs', them: theirs, room: null, pickup: 'CA-theirs' }
    stage.happen().onIncoming({ callSid: 'CA1', from: '+14155550100' })
    await settle()
    expect(state.call).toMatchObject({ status: 'incoming', them: theirs, callSid: 'CA1', pickup: null })
    stage.server.call = null
    owner.obey({ do: 'accept' })
    expect(state.call?.status).toBe('connecting')
    stage.happen().onCall('open', 'CA1')
    owner.obey({ do: 'mute', muted: true })
    owner.obey({ do: 'digits', digits: '5' })
    expect(state.call?.muted).toBe(true)
    stage.happen().onOver()
    await settle()
    stage.happen().onIncoming({ callSid: 'CA2', from: theirs })
    await settle()
    owner.obey({ do: 'decline' })
    expect(state.call).toBeNull()
    expect(stage.done).toEqual(['accept', ['digits', '5'], 'decline'])
  })

  test('tries again with growing pauses while it cannot sign in, but waits for a person where the microphone is refused', async () => {
    stage.server.registering = new PhoneError('unreachable')
    await start()
    expect(state).toMatchObject({ line: 'failed', problem: 'unreachable' })
    await stage.pass(5_000)
    stage.server.registering = null
    await stage.pass(9_000)
    expect(state.line).toBe('failed')
    await stage.pass(1_000)
    expect(state).toMatchObject({ line: 'ready', problem: null })

    stage = createWorld()
    stage.server.registering = new PhoneError('microphone-refused')
    await start()
    const tried = vi.spyOn(stage.world, 'getToken')
    await stage.pass(600_000)
    expect(tried).not.toHaveBeenCalled()
    stage.server.registering = null
    owner.obey({ do: 'try-again' })
    await settle()
    expect(state.line).toBe('ready')
  })

  test('a call that stops before the server has said whose it is does not ring; one about which it says nothing rings all the same', async () => {
    await start()
    const never = new Promise<never>(() => undefined)
    vi.spyOn(stage.world, 'getPhone').mockReturnValue(never)
    stage.happen().onIncoming({ callSid: 'CA1', from: theirs })
    stage.happen().onOver()
    await stage.pass(700)
    expect(state.call).toBeNull()
    stage.happen().onIncoming({ callSid: 'CA2', from: theirs })
    await stage.pass(700)
    expect(state.call).toMatchObject({ callSid: 'CA2', them: theirs })
  })

  test('leaves without rejecting, and without saying that it cannot be rung', async () => {
    await start()
    stage.happen().onIncoming({ callSid: 'CA1', from: theirs })
    owner.leave()
    expect(stage.done).toEqual(['leave'])
  })
})
