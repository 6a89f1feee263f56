import { describe, expect, it } from 'vitest'
import { phoneSchema } from '../api/schemas.ts'
import { sortPhones } from './sort-phones.ts'

const phone = (name: string, lastActivityAt: string, activeCallSid: string | null = null) =>
  phoneSchema.parse({ phoneNumber: `+1415555${name.length}`, name, lastActivityAt, activeCallSid })

describe('the order of handsets', () => {
  it('has calls first, then what happened last, then names', () => {
    const sorted = sortPhones([
      phone('Old call', '2026-01-01T00:00:00.000Z', 'CA1'),
      phone('Bea', '2026-03-01T00:00:00.000Z'),
      phone('Newest', '2026-03-02T00:00:00.000Z'),
      phone('Ann', '2026-03-01T00:00:00.000Z'),
    ])
    expect(sorted.map((each) => each.name)).toEqual(['Old call', 'Newest', 'Ann', 'Bea'])
  })
})
