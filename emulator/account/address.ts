import { isE164, parseNumber } from './phone-number-format.ts'

/** Anything that can be rung: an E.164 number, `client:identity` or `sip:user@host`. Null for anything else. */
export function parseAddress(text: string): string | null {
  const trimmed = text.trim()
  if (/^client:/i.test(trimmed)) return parseClient(trimmed.slice('client:'.length))
  if (/^sips?:/i.test(trimmed)) return parseSip(trimmed)
  return parseNumber(trimmed)
}

/** `client:identity`, told apart by case; the custom parameters after a question mark are no part of it. */
export function parseClient(identity: string): string | null {
  const name = identity.trim().replace(/\?.*$/s, '')
  return name === '' || name.length > 256 || /\s/.test(name) ? null : `client:${name}`
}

/** `sip:user@host`, without the headers and the transport behind it. */
export function parseSip(uri: string): string | null {
  const address = uri.trim().replace(/[;?].*$/s, '')
  const match = /^sips?:([^@\s]+)@([^@\s]+)$/i.exec(address)
  return match === null || uri.trim().length > 1279 ? null : `sip:${match[1]}@${match[2]?.toLowerCase()}`
}

/** What a handset may be known by. */
export function isAddress(text: string): boolean {
  return isE164(text) || (/^(client|sip):/.test(text) && parseAddress(text) === text)
}

export function isSip(address: string): boolean {
  return address.startsWith('sip:')
}
