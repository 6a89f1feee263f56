import { timingSafeEqual } from 'node:crypto'
import type { Account } from '../account/account.ts'

export type Caller = 'account' | 'test'

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Who the Basic credentials are, an account with its token or an API key with its secret, or null. */
export function authenticate(account: Account, header: string | undefined): Caller | null {
  const encoded = /^Basic\s+(.+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const at = text.indexOf(':')
  const [user, password] = [text.slice(0, at), text.slice(at + 1)]
  if (user === account.sid && isSame(password, account.authToken)) return 'account'
  const key = account.registry.keys.get(user)
  if (key !== undefined && isSame(password, key.secret)) return 'account'
  return user === account.test.accountSid && isSame(password, account.test.authToken) ? 'test' : null
}
