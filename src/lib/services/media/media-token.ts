import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '@/lib/auth/derive-key'

/**
 * What a link opens and for how long. Twilio fetches what goes out within seconds; a text that waits in a sender's queue, within ten hours. A
 * recording is listened to by who asked for its link; Twilio fetches a greeting at once.
 */
const kinds = {
  'media-links': { validSeconds: 12 * 3_600 },
  'recording-links': { validSeconds: 3_600 },
  'greeting-links': { validSeconds: 3_600 },
} as const

type LinkKind = keyof typeof kinds

const idBytes = 16
const dueBytes = 4

/** What opens one file for whoever holds it, for a while: the file's id and when it ends, signed. A link of one kind opens nothing of another. */
export function makeMediaToken(
  secret: string,
  { id, at, kind = 'media-links' }: { id: string; at: Date; kind?: LinkKind },
): string {
  const claim = Buffer.alloc(idBytes + dueBytes)
  claim.write(id.replaceAll('-', ''), 'hex')
  claim.writeUInt32BE(Math.floor(at.getTime() / 1_000) + kinds[kind].validSeconds, idBytes)
  return Buffer.concat([claim, sign(secret, claim, kind)]).toString('base64url')
}

/** The id in a token that we signed and that has not ended; null for any other. */
export function readMediaToken(
  secret: string,
  { token, at, kind = 'media-links' }: { token: string; at: Date; kind?: LinkKind },
): string | null {
  const bytes = Buffer.from(token, 'base64url')
  // One spelling only, so that a token cannot be varied.
  if (bytes.length !== idBytes + dueBytes + 32 || bytes.toString('base64url') !== token) return null
  const claim = bytes.subarray(0, idBytes + dueBytes)
  if (!timingSafeEqual(bytes.subarray(idBytes + dueBytes), sign(secret, claim, kind))) return null
  if (at.getTime() >= claim.readUInt32BE(idBytes) * 1_000) return null
  return claim.toString('hex', 0, idBytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function sign(secret: string, claim: Buffer, kind: LinkKind) {
  return createHmac('sha256', deriveKey(secret, kind)).update(claim).digest()
}
