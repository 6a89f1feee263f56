import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '@/lib/auth/derive-key'
import { createSecretToken } from '@/lib/auth/secret-token'

/** What a browser keeps after it signed somebody in: it was there before, and nothing more; a password is still asked for. */
export function createDeviceToken(secret: string, account: string): string {
  const device = createSecretToken()
  return `${device}.${mark(secret, account, device)}`
}

/** The device that a token names, if we made it for this account; else null. */
export function readDeviceToken(secret: string, account: string, token: string | undefined): string | null {
  const [device, given] = token?.split('.') ?? []
  if (!device || !given) return null
  const expected = Buffer.from(mark(secret, account, device))
  const received = Buffer.from(given)
  return received.length === expected.length && timingSafeEqual(received, expected) ? device : null
}

function mark(secret: string, account: string, device: string) {
  return createHmac('sha256', deriveKey(secret, 'devices')).update(`${account} ${device}`).digest('base64url')
}
