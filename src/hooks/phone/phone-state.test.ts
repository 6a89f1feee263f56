import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPhoneState, PhoneState, phoneOff, type PhoneEvent } from './phone-state'

const after = (...events: PhoneEvent[]) => events.reduce(nextPhoneState, phoneOff)
const ready: PhoneEvent[] = [{ type: 'turned-on' }, { type: 'registered' }]
const ring: PhoneEvent = { type: 'incoming', callSid: 'CA1', from: '+14155550123' }
const warn = (name: string, active: boolean): PhoneEvent => ({ type: 'warning', name, active })
const open: PhoneEvent = { type: 'call', status: 'open', callSid: 'CA1', at: 5_000 }

test('rings, is taken, talks and is over', () => {
  expect(after(...ready, ring).call).toMatchObject({ status: 'incoming', them: '+14155550123', callSid: 'CA1' })
  expect(after(...ready, ring, { type: 'taken' }).call).toMatchObject({ status: 'connecting' })
  const talking = after(...ready, ring, { type: 'taken' }, open)
  expect(talking.call).toMatchObject({ status: 'open', openedAt: 5_000 })
  expect(nextPhoneState(talking, { type: 'over' })).toMatchObject({ line: 'ready', call: null })
})

test('the length of a call counts from when it was first open, however often it is connected again', () => {
  const again = after(
    ...ready,
    { type: 'calling', to: '+14155550123' },
    open,
    { ...open, status: 'reconnecting', at: 9_000 },
    { ...open, at: 12_000 },
  )
  expect(again.call).toMatchObject({ status: 'open', openedAt: 5_000 })
})

test('a call that was only heard of rings at the phone itself a moment later: then it is taken there', () => {
  const heard: PhoneEvent = { type: 'incoming', callSid: null, from: '+14155550123', pickup: 'CA9' }
  expect(after(...ready, heard).call).toMatchObject({ callSid: null, pickup: 'CA9' })
  expect(after(...ready, heard, ring).call).toMatchObject({ callSid: 'CA1', pickup: null, status: 'incoming' })
})

test('a second call does not take the place of the first, and a phone that is not ready does not ring', () => {
  const busy = after(...ready, ring, open)
  expect(nextPhoneState(busy, { ...ring, callSid: 'CA2' })).toBe(busy)
  expect(nextPhoneState(busy, { type: 'calling', to: '+14155550124' })).toBe(busy)
  expect(after(ring)).toEqual(phoneOff)
  expect(after({ type: 'turned-on' }, ring).call).toBeNull()
})

test('a warning stands until it is cleared, once by its name', () => {
  const state = after(...ready, ring, open, warn('high-jitter', true), warn('low-mos', true), warn('high-jitter', true))
  expect(state.call?.warnings).toEqual(['low-mos', 'high-jitter'])
  expect(nextPhoneState(state, warn('low-mos', false)).call?.warnings).toEqual(['high-jitter'])
})

test('what fails in a call leaves the line ready; what fails the line does not cut a call that is open', () => {
  const calling = after(...ready, { type: 'calling', to: '+14155550123' })
  expect(nextPhoneState(calling, { type: 'failed', problem: 'microphone-refused' })).toMatchObject({
    line: 'ready',
    problem: 'microphone-refused',
    call: null,
  })
  const talking = after(...ready, ring, open)
  expect(nextPhoneState(talking, { type: 'failed', problem: 'token-refused' })).toMatchObject({
    line: 'ready',
    call: { status: 'open' },
  })
  expect(after(...ready, { type: 'failed', problem: 'unreachable' })).toMatchObject({ line: 'failed', call: null })
})

test('whatever happens, there is a call only on a line that was ready, and tabs can read the state', () => {
  const event = fc.oneof(
    fc.constantFrom<PhoneEvent>(
      { type: 'turned-on' },
      { type: 'turned-off' },
      { type: 'registered' },
      ring,
      { ...ring, callSid: null, pickup: 'CA9' },
      { type: 'stopped-ringing' },
      { type: 'calling', to: '+14155550124' },
      { type: 'taken' },
      open,
      { ...open, status: 'reconnecting' },
      { type: 'over' },
      { type: 'muted', muted: true },
    ),
    fc.record({ type: fc.constant('level' as const), level: fc.double({ min: -1, max: 2, noNaN: true }) }),
    fc.record({ type: fc.constant('warning' as const), name: fc.string(), active: fc.boolean() }),
    fc.record({
      type: fc.constant('failed' as const),
      problem: fc.constantFrom('microphone-refused' as const, 'unreachable' as const, 'call-failed' as const),
    }),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const state = after(...events)
      expect(PhoneState.parse(state)).toEqual(state)
      expect(state.line === 'ready' || state.call === null).toBe(true)
      expect(state.level).toBeGreaterThanOrEqual(0)
      expect(state.level).toBeLessThanOrEqual(1)
    }),
  )
})
