import { z } from 'zod'
import { verifyAccessToken } from '../registry/verify-access-token.ts'
import { ok, parseBody } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

const input = z.object({ token: z.string() })

/** What Twilio would make of an access token: whose it is and what it allows, or the code it refuses it with. */
export const tokenRoutes: ControlRoute[] = [
  {
    method: 'POST',
    pattern: '/tokens/verify',
    handle: ({ world, body }) => {
      const verdict = verifyAccessToken(world.account, parseBody(input, body).token, world.clock.now())
      if ('code' in verdict)
        return { status: 401, json: { error: { code: String(verdict.code), message: verdict.text } } }
      return ok(verdict)
    },
  },
]
