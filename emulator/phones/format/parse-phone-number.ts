export type ParsedPhoneNumber = { ok: true; phoneNumber: string } | { ok: false; reason: string }

/** E.164 from what a person typed: spaces, dots, dashes and brackets are forgiven, a missing country code is not. */
export const parsePhoneNumber = (typed: string): ParsedPhoneNumber => {
  const compact = typed.replaceAll(/[\s().\-\u00A0\u2011\u2013]/g, '')
  if (compact === '') return { ok: false, reason: 'Enter a phone number, such as +14155550123.' }
  if (!compact.startsWith('+')) {
    return { ok: false, reason: 'Start with + and the country code, such as +1 for the United States.' }
  }
  if (!/^\+\d+$/.test(compact)) return { ok: false, reason: 'Use digits only after the +.' }
  if (!/^\+[1-9]\d{6,14}$/.test(compact)) {
    return { ok: false, reason: 'A number has 7 to 15 digits after the +, and the first is not 0.' }
  }
  return { ok: true, phoneNumber: compact }
}
