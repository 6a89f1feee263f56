import type { Phone } from '../api/schemas.ts'

/** Whoever is in a call first, then by what happened last; names decide where that is the same. */
export const sortPhones = (phones: Phone[]): Phone[] =>
  phones.toSorted(
    (one, other) =>
      Number(other.activeCallSid !== null) - Number(one.activeCallSid !== null) ||
      other.lastActivityAt.localeCompare(one.lastActivityAt) ||
      one.name.localeCompare(other.name) ||
      one.phoneNumber.localeCompare(other.phoneNumber),
  )
