import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as URL-safe text, after a prefix that says what it is. */
export function createSecretToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/**
 * What the database keeps of a token. A plain hash is enough because the token is random: there is nothing to guess, and looking it up
 * by its hash gives nothing away through timing.
 */
export function hashSecretToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
