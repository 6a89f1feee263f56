import { z } from 'zod'
import { ok, parseBody, whenQuiet } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'
import { findPhone, refuseElsewhere, requirePhone } from './phones.ts'
import { phoneCallView } from './views.ts'

/** A client dials through an application, and may tell it things. */
const dialing = z.object({
  to: z.string().default(''),
  applicationSid: z.string().optional(),
  parameters: z.record(z.string(), z.string()).default({}),
})

export const phoneCallRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/phones/:number/calls',
    handle: ({ world, params }) => {
      const phone = findPhone(world, params['number'] ?? '')
      if (phone === null) return ok([])
      const calls = phone.callSids.toReversed().flatMap((sid) => world.account.calls.get(sid) ?? [])
      return ok(calls.map((call) => phoneCallView(phone, call)))
    },
  },
  {
    method: 'POST',
    pattern: '/phones/:number/calls',
    handle: ({ world, params, body }) => {
      const phone = requirePhone(world, params['number'] ?? '')
      const { to, applicationSid, parameters } = parseBody(dialing, body)
      const call = world.receiveCall(world, {
        from: phone.phoneNumber,
        to: applicationSid === undefined ? to : `app:${applicationSid}`,
        peer: null,
        parameters: applicationSid === undefined ? {} : { ...parameters, To: to, ApplicationSid: applicationSid },
      })
      if (call === null) throw refuseElsewhere(world, applicationSid ?? to)
      return whenQuiet(world, () => phoneCallView(phone, call), 201)
    },
  },
]
