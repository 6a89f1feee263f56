import { createHash } from 'node:crypto'
import { Hono, type Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { serialize } from 'hono/utils/cookie'
import { z } from 'zod'
import { handOver } from '@/api/auth/hand-over'
import { withClientAddress } from '@/api/auth/with-client-address'
import { networkOf } from '@/api/client-address'
import type { AppEnv } from '@/api/request-context'
import { countAttempt, forgetAttempts } from '@/lib/auth/count-attempt'
import { createDeviceToken, readDeviceToken } from '@/lib/auth/device-token'
import type { Installation } from '@/lib/context'

const perAddress = { maximum: 60, windowSeconds: 10 * 60 }
/** Tight only for one network: a stranger who guesses must not keep the person out. */
const perAccountAndNetwork = { maximum: 10, windowSeconds: 15 * 60 }
const perAccount = { maximum: 200, windowSeconds: 15 * 60 }

/** For a browser that signed the person in before: strangers' guesses, however many, do not keep it out. */
const deviceCookieOptions = { httpOnly: true, sameSite: 'Lax', path: '/api/auth', maxAge: 180 * 24 * 60 * 60 } as const

const SignIn = z.object({ email: z.string().trim().toLowerCase() })

/** What of better-auth is open; everything else it can do (sign-up, e-mail, other providers) is not mounted at all. */
const reading = ['/get-session', '/list-sessions']
const changing = ['/sign-out', '/change-password', '/update-user', '/revoke-session', '/revoke-other-sessions']

/** Sign-in, sign-out and what people do with their own account, under /api/auth. */
export function authRoutes(installation: Installation) {
  const app = new Hono<AppEnv>()
  const { config } = installation
  const withAddress = withClientAddress(config)
  const secure = config.publicOrigin.startsWith('https://')
  const ask = async (c: HonoContext<AppEnv>) => {
    const { headers } = withAddress(c)
    if (c.req.method === 'GET') return handOver(installation, c, new Request(c.req.url, { headers }))
    // better-auth wants JSON said and sent, even where there is nothing to say.
    headers.set('content-type', 'application/json')
    headers.delete('content-length')
    const body = (await c.req.text()) || '{}'
    return handOver(installation, c, new Request(c.req.url, { method: c.req.method, headers, body }))
  }

  app.on('GET', reading, ask)
  app.on('POST', changing, async (c) => {
    const response = await ask(c)
    installation.auth.actors.forgetAll()
    return response
  })
  app.post('/sign-in/email', async (c) => {
    const network = networkOf(withAddress(c).address ?? 'unknown')
    await countAttempt(installation, `address:${network}`, perAddress)
    const body = SignIn.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return ask(c)
    const account = digest(body.data.email)
    const known = readDeviceToken(config.secret, account, getCookie(c, deviceCookie(account)))
    const own = known === null ? `pair:${account}:${network}` : `device:${account}:${digest(known)}`
    // In this order: what the tight limit refuses does not count against everybody.
    await countAttempt(installation, own, perAccountAndNetwork)
    if (known === null) await countAttempt(installation, `account:${account}`, perAccount)
    const response = await ask(c)
    if (!response.ok) return response
    await forgetAttempts(installation, own)
    const token = createDeviceToken(config.secret, account)
    response.headers.append('set-cookie', serialize(deviceCookie(account), token, { ...deviceCookieOptions, secure }))
    return response
  })
  return app
}

/** One for each person who uses the browser. */
function deviceCookie(account: string) {
  return `eva.device.${account.slice(0, 16)}`
}

function digest(text: string) {
  return createHash('sha256').update(text).digest('base64url')
}
