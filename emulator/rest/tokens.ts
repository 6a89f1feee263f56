import { createHash } from 'node:crypto'
import { rfc2822 } from '../account/rfc2822.ts'
import type { Route } from './route.ts'

/** https://www.twilio.com/docs/stun-turn/api: the shape of it; there is no relay at the emulator's address. */
export const tokenRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/Tokens',
    handle: ({ world, form }) => {
      const ttl = form.int('Ttl', 86_400, { low: 1, high: 86_400, code: 20_001 })
      const username = createHash('sha256').update(world.newSid('')).digest('hex')
      const password = createHash('sha256').update(`${username} secret`).digest('base64')
      const now = rfc2822(world.clock.now())
      const { hostname } = new URL(world.baseUrl())
      const relay = `turn:${hostname}:3478?transport=udp`
      return {
        status: 201,
        json: {
          account_sid: world.account.sid,
          date_created: now,
          date_updated: now,
          ice_servers: [
            { url: `stun:${hostname}:3478`, urls: `stun:${hostname}:3478`, username: '', credential: '' },
            { url: relay, urls: relay, username, credential: password },
          ],
          password,
          ttl: String(ttl),
          username,
        },
      }
    },
  },
]
