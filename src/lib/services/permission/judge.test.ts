import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultPermissionRules } from '@/shared/permission/default-rules'
import { purposes, type Purpose } from '@/shared/permission/purpose'
import { noEvidence, type Evidence } from './evidence'
import { questionOf } from './gather'
import { judge } from './judge'
import { isOpen } from './quiet-hours/next-open'
import { placesOf } from './quiet-hours/places-of'
import type { PermissionRequest, Spent } from './rule'

const nothingSpent: Spent = { day: 0, month: 0, nextDay: new Date(0), nextMonth: new Date(0) }
const by = { actor: { type: 'system' } } as const
const ask = (request: Partial<PermissionRequest>, evidence: Partial<Evidence> = {}, rules = defaultPermissionRules) =>
  questionOf(
    by,
    { to: '+14155550123', from: '+14155550100', medium: 'message', purpose: 'manual', at: new Date(), ...request },
    { evidence: { ...noEvidence, ...evidence }, rules, spent: nothingSpent },
  )

/** Numbers of ten places, the clock-changing ones and those without among them. */
const numbers = ['415', '212', '312', '602', '808', '907', '850', '915', '305', '800'].map((code) => `+1${code}5550123`)
const from = Date.parse('2026-01-01T00:00:00Z')
const someNumber = fc.constantFrom(...numbers)
const someMoment = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }).map((minutes) => new Date(from + minutes * 60_000))
const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'Pacific/Honolulu',
  'Europe/Berlin',
  'Australia/Lord_Howe',
]
const someZone = fc.option(fc.constantFrom(...zones))
const someState = fc.option(fc.constantFrom('NY', 'CA', 'TX', 'FL', 'AZ', 'HI', 'RI'))
const someContact = fc.option(
  fc.record({
    timeZone: someZone,
    region: someState,
    postalCode: fc.option(fc.constantFrom('10001', '79901', '96801')),
    country: fc.constant('US'),
  }),
)
const automatic: Purpose[] = ['scheduled', 'keyword', 'auto_reply', 'flow', 'campaign']
const granted = (at: Date) => ({ kind: 'granted', source: 'web_form', occurredAt: at, recordedAt: at }) as const

describe('permission, whatever the evidence', () => {
  test('is never given for a text to somebody who opted out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...purposes),
        someMoment,
        someNumber,
        someContact,
        fc.boolean(),
        (purpose, at, to, contact, agreed) => {
          const before = new Date(at.getTime() - 60_000)
          const question = ask(
            { purpose, at, to },
            {
              contact,
              optOut: { kind: 'opted_out', recordedAt: before, words: 'STOP' },
              optedOutAt: before,
              lastTextFromThem: before,
              consent: agreed ? granted(at) : null,
            },
          )
          expect(judge(question)).toMatchObject({ verdict: 'refused', rule: 'opted_out' })
        },
      ),
    )
  })

  test('is never given by itself in quiet hours of any place the person may be, and a hold ends at a good hour of all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...automatic), someMoment, someNumber, someContact, (purpose, at, to, contact) => {
        const question = ask({ purpose, at, to }, { contact, consent: granted(new Date(0)) })
        const verdict = judge(question)
        const open = (moment: Date) =>
          placesOf(question.zones).every((place) => isOpen(moment, place, defaultPermissionRules))
        const isRight =
          verdict.verdict === 'held'
            ? !open(at) && verdict.until > at && open(verdict.until)
            : verdict.verdict === 'allowed' && open(at)
        expect(isRight).toBe(true)
      }),
    )
  })

  test('is never widened by more evidence of where somebody is', () => {
    const someone = numbers.filter((number) => !number.startsWith('+1800'))
    fc.assert(
      fc.property(someMoment, fc.constantFrom(...someone), someZone, someState, (at, to, timeZone, region) => {
        const allows = (contact: Evidence['contact']) =>
          judge(ask({ purpose: 'campaign', at, to }, { contact, consent: granted(new Date(0)) })).verdict === 'allowed'
        const more = { timeZone, region, postalCode: null, country: 'US' }
        const withLess = [allows({ ...more, timeZone: null }), allows({ ...more, region: null }), allows(null)]
        expect(allows(more) && withLess.includes(false)).toBe(false)
      }),
    )
  })

  test('is the same for a person by hand at any hour, who is only warned', () => {
    fc.assert(
      fc.property(someMoment, someNumber, someContact, (at, to, contact) => {
        expect(judge(ask({ at, to }, { contact })).verdict).toBe('allowed')
      }),
    )
  })
})

describe('the nights on which clocks change', () => {
  const hours = { ...defaultPermissionRules, places: [], holidays: [] }
  const heldUntil = (at: string, to: string, timeZone: string | null = null) => {
    const verdict = judge(
      ask(
        { purpose: 'campaign', at: new Date(at), to },
        {
          contact: timeZone ? { timeZone, region: null, postalCode: null, country: null } : null,
          consent: granted(new Date(0)),
        },
        { ...hours, countries: { messages: ['US', 'GB', 'DE', 'AU'], calls: null } },
      ),
    )
    return verdict.verdict === 'held' ? verdict.until.toISOString() : verdict.verdict
  }

  test.each([
    // New York springs forward on 8 March and falls back on 1 November 2026; Arizona and Hawaii never do.
    ['2026-03-08T04:00:00Z', '+12125550123', '2026-03-08T12:00:00.000Z'],
    ['2026-03-09T04:00:00Z', '+12125550123', '2026-03-09T12:00:00.000Z'],
    ['2026-03-07T04:00:00Z', '+12125550123', '2026-03-07T13:00:00.000Z'],
    ['2026-11-01T04:30:00Z', '+12125550123', '2026-11-01T13:00:00.000Z'],
    ['2026-10-31T04:30:00Z', '+12125550123', '2026-10-31T12:00:00.000Z'],
    ['2026-03-08T09:00:00Z', '+16025550123', '2026-03-08T15:00:00.000Z'],
    ['2026-11-01T09:00:00Z', '+18085550123', '2026-11-01T18:00:00.000Z'],
    // London and Berlin on 29 March and 25 October.
    ['2026-03-29T00:30:00Z', '+442079460018', '2026-03-29T07:00:00.000Z'],
    ['2026-10-25T00:30:00Z', '+442079460018', '2026-10-25T08:00:00.000Z'],
    ['2026-03-29T00:30:00Z', '+4930123456', '2026-03-29T06:00:00.000Z'],
  ])('what is wanted at %s for %s waits until %s', (at, to, until) => {
    expect(heldUntil(at, to)).toBe(until)
  })

  test('where two zones disagree it waits for both', () => {
    // Six in the morning in California, nine in New York.
    expect(heldUntil('2026-03-02T14:00:00Z', '+14155550123', 'America/New_York')).toBe('2026-03-02T16:00:00.000Z')
    // Half past nine in the evening in New York, half past six in California: the next hour of both is eight in California.
    expect(heldUntil('2026-03-03T02:30:00Z', '+14155550123', 'America/New_York')).toBe('2026-03-03T16:00:00.000Z')
  })

  test('of a number that belongs to no place it must be a good hour from New York to Honolulu', () => {
    expect(heldUntil('2026-03-02T14:00:00Z', '+18005550123')).toBe('2026-03-02T18:00:00.000Z')
  })
})

describe('single rules', () => {
  const noon = new Date('2026-03-02T20:00:00Z')

  test('a state is stricter than the country', () => {
    const late = new Date('2026-03-03T01:30:00Z')
    const consent = granted(new Date(0))
    expect(judge(ask({ at: late, purpose: 'campaign', to: '+12125550123' }, { consent })).verdict).toBe('allowed')
    expect(judge(ask({ at: late, purpose: 'campaign', to: '+13055550123' }, { consent }))).toMatchObject({
      verdict: 'held',
      rule: 'quiet_hours',
    })
  })

  test('Thanksgiving is quiet all day', () => {
    const verdict = judge(
      ask({ at: new Date('2026-11-26T20:00:00Z'), purpose: 'campaign' }, { consent: granted(new Date(0)) }),
    )
    expect(verdict).toMatchObject({ verdict: 'held', until: new Date('2026-11-27T16:00:00Z') })
  })

  test('an automatic answer to a text of a moment ago goes out at night, a later one does not', () => {
    const night = new Date('2026-03-02T10:00:00Z')
    const wrote = (minutes: number) => ({ lastTextFromThem: new Date(night.getTime() - minutes * 60_000) })
    expect(judge(ask({ at: night, purpose: 'keyword' }, wrote(2))).verdict).toBe('allowed')
    expect(judge(ask({ at: night, purpose: 'keyword' }, wrote(40))).verdict).toBe('held')
  })

  test('a campaign needs consent that was given, and one given before an opt-out is gone', () => {
    const campaign = { at: noon, purpose: 'campaign' } as const
    expect(judge(ask(campaign, { lastTextFromThem: noon }))).toMatchObject({ verdict: 'refused', rule: 'consent' })
    expect(judge(ask(campaign, { consent: granted(new Date(0)) })).verdict).toBe('allowed')
    const again = {
      consent: granted(new Date(0)),
      optedOutAt: new Date(5),
      optOut: { kind: 'opted_in', recordedAt: new Date(9), words: 'START' } as const,
    }
    expect(judge(ask(campaign, again))).toMatchObject({ verdict: 'refused', rule: 'consent' })
    expect(judge(ask(campaign, { ...again, consent: granted(new Date(10)) })).verdict).toBe('allowed')
  })

  test('automatic answers need a conversation, a person is told that there was none', () => {
    expect(judge(ask({ at: noon, purpose: 'flow' }))).toMatchObject({ verdict: 'refused', rule: 'consent' })
    expect(
      judge(ask({ at: noon, purpose: 'flow' }, { lastTextFromThem: new Date(noon.getTime() - 86_400_000) })).verdict,
    ).toBe('allowed')
    expect(judge(ask({ at: noon })).warnings.map((warning) => warning.rule)).toContain('consent')
  })

  test('what sounds like a refusal stops what sends by itself', () => {
    const refusal = { openRefusal: { at: noon, words: 'please leave me alone' }, consent: granted(new Date(0)) }
    expect(judge(ask({ at: noon, purpose: 'campaign' }, refusal))).toMatchObject({
      verdict: 'refused',
      rule: 'open_refusal',
    })
    expect(judge(ask({ at: noon }, refusal)).warnings[0]?.rule).toBe('open_refusal')
  })

  test('a landline is refused, for texts only', () => {
    expect(judge(ask({ at: noon }, { lineType: 'landline' }))).toMatchObject({
      verdict: 'refused',
      rule: 'number_type',
    })
    expect(judge(ask({ at: noon, medium: 'call' }, { lineType: 'landline' })).verdict).toBe('allowed')
  })

  test('only the own country, unless others are named; a number of no country is left to Twilio', () => {
    expect(judge(ask({ at: noon, to: '+442079460018' }))).toMatchObject({ verdict: 'refused', rule: 'country' })
    expect(judge(ask({ at: noon, to: '+14165550123' }))).toMatchObject({ verdict: 'refused', rule: 'country' })
    expect(judge(ask({ at: noon, to: '+442079460018', from: '+447700900123' })).verdict).toBe('allowed')
    expect(judge(ask({ at: noon, to: '+1234567890' })).warnings[0]?.rule).toBe('number_unknown')
  })

  test('the fourth automatic text of a day waits until the first is a day old', () => {
    const unprompted = [1, 2, 3].map((hours) => new Date(noon.getTime() - hours * 3_600_000))
    const known = { consent: granted(new Date(0)), unprompted }
    expect(judge(ask({ at: noon, purpose: 'campaign' }, known))).toMatchObject({
      verdict: 'held',
      rule: 'contact_rate',
      until: new Date(noon.getTime() + 21 * 3_600_000),
    })
    expect(judge(ask({ at: noon }, known)).warnings.map(({ rule }) => rule)).toContain('contact_rate')
  })

  test('when the money of a day is spent a campaign waits for the next, and nobody sends by hand', () => {
    const spent = { ...nothingSpent, day: 1_000_000_000, nextDay: new Date('2026-03-03T05:00:00Z') }
    const campaign = { ...ask({ at: noon, purpose: 'campaign' }, { consent: granted(new Date(0)) }), spent }
    // Midnight in New York is not a good hour in California.
    expect(judge(campaign)).toMatchObject({
      verdict: 'held',
      rule: 'spend_cap',
      until: new Date('2026-03-03T16:00:00Z'),
    })
    expect(judge({ ...ask({ at: noon }), spent })).toMatchObject({ verdict: 'refused', rule: 'spend_cap' })
  })

  test('what is held is stale after twelve hours, and at midnight there when it speaks of today', () => {
    const night = new Date('2026-03-03T06:30:00Z')
    const stale = (body: string) => {
      const verdict = judge(ask({ at: night, purpose: 'campaign', body }, { consent: granted(new Date(0)) }))
      return verdict.verdict === 'held' && verdict.expiresAt.toISOString()
    }
    expect(stale('We have news for you')).toBe('2026-03-03T18:30:00.000Z')
    expect(stale('Can you come in tomorrow at ten?')).toBe('2026-03-03T08:00:00.000Z')
  })

  test('a text for later is overtaken by an answer or a call', () => {
    const planned = new Date(noon.getTime() - 3_600_000)
    const later = { at: noon, purpose: 'scheduled', unlessHeardSince: planned } as const
    expect(judge(ask(later, { lastTextFromThem: new Date(planned.getTime() + 1) }))).toMatchObject({ rule: 'replied' })
    expect(judge(ask(later, { lastCall: new Date(planned.getTime() + 1) }))).toMatchObject({ rule: 'called' })
    expect(judge(ask(later, { lastTextFromThem: new Date(planned.getTime() - 1) })).verdict).toBe('allowed')
  })
})
