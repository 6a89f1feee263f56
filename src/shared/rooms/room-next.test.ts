import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveParticipantStatus, participantStatuses } from './participant-status'
import { roomNext, type Occupant } from './room-next'

const someone = (id: string, part: Partial<Occupant> = {}): Occupant => ({
  id,
  role: 'recruiter',
  status: 'connected',
  everJoined: true,
  isBrowser: false,
  competes: false,
  leaves: false,
  ...part,
})
const party = (part: Partial<Occupant> = {}) => someone('party', { role: 'party', ...part })
const ordinary = { takenBy: null, waitedEnough: false, rungEnough: false }

test('two who talk are left alone', () => {
  expect(roomNext([party(), someone('ann')], ordinary)).toEqual({ next: 'nothing', release: [] })
})

test('when the other party goes, everybody goes, and who still rings stops ringing', () => {
  const all = [party({ status: 'complete' }), someone('ann'), someone('ben', { status: 'ringing' })]
  expect(roomNext(all, ordinary)).toEqual({ next: 'end', release: ['ann', 'ben'] })
})

test('when our person has gone, the other party is told goodbye, or waits for a page that may come back', () => {
  expect(roomNext([party(), someone('ann', { status: 'complete' })], ordinary)).toMatchObject({
    next: 'comfort',
    why: 'over',
  })
  const browser = someone('ann', { status: 'complete', isBrowser: true })
  expect(roomNext([party(), browser], ordinary).next).toBe('await')
  expect(roomNext([party(), browser], { ...ordinary, waitedEnough: true })).toMatchObject({
    next: 'comfort',
    why: 'lost',
  })
})

test('in the middle of a word with a third person, a page that went is awaited before they take the call over', () => {
  const page = someone('ann', { status: 'complete', isBrowser: true })
  for (const status of ['connected', 'ringing'] as const) {
    const room = [party(), page, someone('third', { role: 'consulted', status, everJoined: false })]
    expect(roomNext(room, ordinary).next).toBe('await')
    expect(roomNext(room, { ...ordinary, waitedEnough: true }).next).toBe('nothing')
    expect(roomNext([...room, someone('back', { status: 'connecting', isBrowser: true })], ordinary).next).toBe(
      'nothing',
    )
    // Whoever hung up, or has no page, does not come back.
    expect(roomNext([party(), { ...page, leaves: true }, room[2]!], ordinary).next).toBe('nothing')
    expect(roomNext([party(), { ...page, isBrowser: false }, room[2]!], ordinary).next).toBe('nothing')
  }
})

test('a caller for whom several ring waits while one still rings, then leaves a message', () => {
  const ringing = [
    party(),
    someone('ann', { status: 'failed', everJoined: false }),
    someone('ben', { status: 'ringing', everJoined: false }),
  ]
  expect(roomNext(ringing, ordinary).next).toBe('nothing')
  const nobody = [party(), someone('ann', { status: 'failed', everJoined: false })]
  expect(roomNext(nobody, ordinary)).toMatchObject({ next: 'comfort', why: 'unanswered' })
})

test('once one has taken the call, the others stop ringing', () => {
  const all = [
    party(),
    someone('ann', { competes: true, status: 'connecting' }),
    someone('ben', { competes: true, status: 'ringing', everJoined: false }),
  ]
  expect(roomNext(all, { ...ordinary, takenBy: 'ann' })).toEqual({ next: 'nothing', release: ['ben'] })
})

test('when several have been rung long enough, all stop ringing and the caller leaves a message, also one who is not in the room yet', () => {
  const rung = [
    someone('ann', { competes: true, status: 'connecting', everJoined: false }),
    someone('ben', { competes: true, status: 'ringing', everJoined: false }),
  ]
  for (const status of ['connected', 'connecting'] as const) {
    const room = [party({ status, everJoined: status === 'connected' }), ...rung]
    expect(roomNext(room, ordinary)).toEqual({ next: 'nothing', release: [] })
    expect(roomNext(room, { ...ordinary, rungEnough: true })).toEqual({
      next: 'comfort',
      why: 'unanswered',
      release: ['ann', 'ben'],
    })
  }
})

test('who is to go goes, and the other two talk on', () => {
  const given = [party(), someone('ann', { leaves: true }), someone('third')]
  expect(roomNext(given, ordinary)).toEqual({ next: 'nothing', release: ['ann'] })
  const page = [party(), someone('ann', { leaves: true, isBrowser: true }), someone('third', { status: 'complete' })]
  expect(roomNext(page, ordinary)).toEqual({ next: 'comfort', why: 'over', release: ['ann'] })
})

test('who waits for one to whom they were handed over, and who never comes, leaves a message', () => {
  const given = [
    party(),
    someone('ann', { status: 'complete' }),
    someone('third', { status: 'ringing', everJoined: false }),
  ]
  expect(roomNext(given, ordinary)).toEqual({ next: 'nothing', release: [] })
  given[2] = someone('third', { status: 'failed', everJoined: false })
  expect(roomNext(given, ordinary)).toMatchObject({ next: 'comfort', why: 'lost' })
  given[2] = someone('third', { role: 'consulted', status: 'failed', everJoined: false })
  expect(roomNext(given, ordinary)).toMatchObject({ next: 'comfort', why: 'over' })
})

test('who is called and not reached is told of to whoever waits; who rings for nobody stops ringing', () => {
  expect(roomNext([party({ status: 'failed', everJoined: false }), someone('ann')], ordinary).next).toBe('tell')
  const given = [party({ status: 'ringing', everJoined: false }), someone('ann', { status: 'complete' })]
  expect(roomNext(given, ordinary)).toEqual({ next: 'end', release: ['party'] })
  const reloaded = [given[0]!, someone('ann', { status: 'complete', isBrowser: true })]
  expect(roomNext(reloaded, ordinary)).toEqual({ next: 'await', release: [] })
  expect(roomNext(reloaded, { ...ordinary, waitedEnough: true })).toEqual({ next: 'end', release: ['party'] })
})

test('a connected party is never left with nobody present, nobody coming and nothing done', () => {
  const occupant = fc.record({
    id: fc.uuid(),
    role: fc.constantFrom('recruiter' as const, 'consulted' as const),
    status: fc.constantFrom(...participantStatuses),
    everJoined: fc.boolean(),
    isBrowser: fc.boolean(),
    competes: fc.boolean(),
    leaves: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(occupant, { maxLength: 5 }),
      fc.boolean(),
      fc.boolean(),
      fc.nat(5),
      (ours, waitedEnough, rungEnough, taker) => {
        const takenBy = ours[taker]?.id ?? null
        const { next, release } = roomNext([party(), ...ours], { takenBy, waitedEnough, rungEnough })
        const left = ours.filter(
          ({ id, status }) => !release.includes(id) && status !== 'complete' && status !== 'failed',
        )
        expect(next !== 'nothing' || left.length > 0).toBe(true)
        expect(release).not.toContain('party')
      },
    ),
  )
})

test('a leg that ends before it joined has failed, one that was in has completed', () => {
  expect(deriveParticipantStatus('no-answer', false, false)).toBe('failed')
  expect(deriveParticipantStatus('completed', true, false)).toBe('complete')
  expect(deriveParticipantStatus('in-progress', true, false)).toBe('connected')
  expect(deriveParticipantStatus('in-progress', false, false)).toBe('connecting')
  expect(deriveParticipantStatus(null, false, false)).toBe('queued')
})
