import { describe, expect, it } from 'vitest'
import type { Conference, Participant } from '../api/schemas.ts'
import { deriveHearing, deriveOwnState } from './derive-conference-state.ts'

const person = (callSid: string, change: Partial<Participant> = {}): Participant => ({
  callSid,
  phoneNumber: callSid,
  label: null,
  joined: true,
  muted: false,
  hold: false,
  coaching: false,
  callSidToCoach: null,
  ...change,
})
const room = (...participants: Participant[]): Conference => ({
  name: 'Interview',
  status: 'in-progress',
  participants,
})
const hearing = (conference: Conference, callSid: string) => deriveHearing(conference, callSid, (each) => each.callSid)
const state = (conference: Conference) => deriveOwnState(conference, conference.participants[0], 'sam')

describe('a conference seen from a leg', () => {
  it('has everyone heard by everyone', () => {
    expect(hearing(room(person('dana'), person('sam'), person('kim')), 'dana')).toBe('You hear sam, kim.')
    expect(state(room(person('dana'), person('sam')))).toBe('You are heard.')
  })

  it('hears neither who is muted nor who is on hold nor who still rings', () => {
    const silent = [{ muted: true }, { hold: true }, { joined: false }]
    for (const change of silent) {
      expect(hearing(room(person('dana'), person('sam', change)), 'dana')).toBe('You hear nobody.')
    }
  })

  it('lets a coach be heard by the one who is coached alone', () => {
    const coach = person('coach', { coaching: true, callSidToCoach: 'dana' })
    const conference = room(coach, person('dana'), person('sam'))
    expect(hearing(conference, 'dana')).toBe('You hear coach, sam.')
    expect(hearing(conference, 'sam')).toBe('You hear dana.')
    expect(hearing(conference, 'coach')).toBe('You hear dana, sam.')
    expect(state(conference)).toBe('You coach: only sam hears you.')
  })

  it('plays to who waits or is on hold', () => {
    const waiting = { ...room(person('dana')), status: 'init' }
    expect(hearing(waiting, 'dana')).toBe('You hear what plays to those who wait.')
    expect(state(waiting)).toBe('You wait for the conference to begin.')
    expect(state(room(person('dana', { hold: true }), person('sam')))).toBe('You are on hold: nobody hears you.')
    expect(state(room(person('dana', { muted: true }), person('sam')))).toBe('You are muted: nobody hears you.')
  })
})
