import { createHash } from 'node:crypto'
import type { Consent } from '@/shared/schemas/consent'

/** What the first entry stands on. */
export const chainStart = '0'.repeat(64)

type Said = Omit<Consent, 'digest' | 'hash'>

/** SHA-256 of what an entry says: its fields, in this order, as a JSON array. `docs/verify-consents.mjs` does the same without our code. */
export function consentDigest(entry: Said): string {
  const { sequence, id, phoneNumber, kind, medium, source, words, evidence, occurredAt, recordedBy, recordedAt } = entry
  return sha256(
    JSON.stringify([
      sequence,
      id,
      phoneNumber,
      kind,
      medium,
      source,
      words,
      evidence,
      occurredAt,
      recordedBy,
      recordedAt,
    ]),
  )
}

/** SHA-256 of the hash before and the digest, as text one after the other. */
export function chainHash(previous: string, digest: string): string {
  return sha256(previous + digest)
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
