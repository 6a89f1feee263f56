import { z } from 'zod'
import { ControlError, ok, parseBody, whenQuiet } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'
import { requirePhone } from './phones.ts'
import { phoneCallView } from './views.ts'

const dialing = z.object({ to: z.string() })

export const phoneCallRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/phones/:number/calls',
    handle: ({ world, params }) => {
      const phone = requirePhone(world, params['number'] ?? '')
      const calls = phone.callSids.toReversed().flatMap((sid) => world.account.calls.get(sid) ?? [])
      return ok(calls.map((call) => phoneCallView(phone, call)))
    },
  },
  {
    method: 'POST',
    pattern: '/phones/:number/calls',
    handle: ({ world, params, body }) => {
      const phone = requirePhone(world, params['number'] ?? '')
      const { to } = parseBody(dialing, body)
      const call = world.receiveCall(world, { from: phone.phoneNumber, to, peer: null })
      if (call === null) throw new ControlError(400, 'invalid', `${to} is not a number of the account`)
      return whenQuiet(world, () => phoneCallView(phone, call), 201)
    },
  },
]
