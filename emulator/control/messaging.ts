import { z } from 'zod'
import type { ShortCode } from '../messages/short-code.ts'
import { findShortCode } from '../messages/sender.ts'
import { ControlError, ok, parseBody } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

const words = z.object({ keywords: z.array(z.string().min(1)), reply: z.string().max(1600).default('') })
const optOut = z.object({ advancedOptOut: z.object({ stop: words, start: words, help: words }).nullable() })
const newCode = z.object({ shortCode: z.string().regex(/^[1-9]\d{4,5}$/) })

/** What Twilio has in its console only: short codes, and a service's Advanced Opt-Out. */
export const messagingRoutes: ControlRoute[] = [
  {
    method: 'POST',
    pattern: '/short-codes',
    handle: ({ world, body }) => {
      const { shortCode } = parseBody(newCode, body)
      if (findShortCode(world.account, shortCode) !== null)
        throw new ControlError(409, 'conflict', 'It is there already')
      const now = world.clock.now()
      const code: ShortCode = {
        sid: world.newSid('SC'),
        shortCode,
        friendlyName: shortCode,
        createdAt: now,
        updatedAt: now,
        smsUrl: '',
        smsMethod: 'POST',
        smsFallbackUrl: '',
        smsFallbackMethod: 'POST',
      }
      world.account.messaging.shortCodes.set(code.sid, code)
      return ok({ sid: code.sid, shortCode }, 201)
    },
  },
  {
    method: 'PATCH',
    pattern: '/messaging-services/:sid',
    handle: ({ world, params, body }) => {
      const service = world.account.messaging.services.get(params['sid'] ?? '')
      if (service === undefined) throw new ControlError(404, 'not_found', `There is no service ${params['sid']}`)
      service.advancedOptOut = parseBody(optOut, body).advancedOptOut
      return ok({ sid: service.sid, advancedOptOut: service.advancedOptOut })
    },
  },
]
