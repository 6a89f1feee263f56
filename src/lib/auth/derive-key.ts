import { hkdfSync } from 'node:crypto'

/** A key of its own for each purpose, from the one EVA_SECRET: what leaks about one says nothing about another. 32 bytes. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `eva-twilio/${purpose}`, 32))
}
