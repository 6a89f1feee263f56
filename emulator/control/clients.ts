import { z } from 'zod'
import { parseAddress } from '../account/address.ts'
import type { World } from '../world.ts'
import { ensurePhone } from '../account/phones.ts'
import { verifyAccessToken } from '../registry/verify-access-token.ts'
import { ControlError, ok, parseBody, whenQuiet } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'
import { phoneCallView, phoneView } from './views.ts'

const registration = z.object({ token: z.string() })
const connection = registration.extend({ parameters: z.record(z.string(), z.string()).default({}) })

const voiceGrant = z.object({
  incoming: z.object({ allow: z.boolean() }).default({ allow: false }),
  outgoing: z.object({ application_sid: z.string() }).optional(),
})

function refuse(code: number, text: string): ControlError {
  return new ControlError(401, String(code), text)
}

/** The Voice SDK client that a token makes of its bearer. Throws ControlError with Twilio's code. */
function requireClient(world: World, token: string) {
  const verdict = verifyAccessToken(world.account, token, world.clock.now())
  if ('code' in verdict) throw refuse(verdict.code, verdict.text)
  const address = parseAddress(`client:${verdict.identity ?? ''}`)
  const grant = voiceGrant.safeParse(verdict.grants['voice'])
  if (address === null || !grant.success) throw refuse(20_106, 'Invalid Access Token grants')
  return { address, grant: grant.data, expiresAt: verdict.expiresAt }
}

/** What the Voice SDK's Device does, for a phone in a browser that talks to this machine instead of Twilio's media servers. */
export const clientRoutes: ControlRoute[] = [
  {
    method: 'POST',
    pattern: '/clients/register',
    handle: ({ world, body }) => {
      const { address, grant, expiresAt } = requireClient(world, parseBody(registration, body).token)
      if (!grant.incoming.allow) throw refuse(20_106, 'Invalid Access Token grants: incoming calls are not allowed')
      return ok({ ...phoneView(world, ensurePhone(world, address)), expiresAt }, 201)
    },
  },
  {
    method: 'POST',
    pattern: '/clients/connect',
    handle: ({ world, body }) => {
      const { token, parameters } = parseBody(connection, body)
      const { address, grant } = requireClient(world, token)
      const sid = grant.outgoing?.application_sid
      if (sid === undefined)
        throw refuse(20_106, 'Invalid Access Token grants: there is no application to call through')
      const phone = ensurePhone(world, address)
      const to = parameters['To'] ?? ''
      const told = { ...parameters, To: to, ApplicationSid: sid }
      const call = world.receiveCall(world, { from: address, to: `app:${sid}`, peer: null, parameters: told })
      if (call === null) throw new ControlError(400, '21218', `${sid} is no application of the account`)
      return whenQuiet(world, () => phoneCallView(phone, call), 201)
    },
  },
]
