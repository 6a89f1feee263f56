import { z } from 'zod'
import { bareAddress, isWhatsApp, onChannelOf } from '../messages/channel-address.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { setStatus } from '../messages/send-message.ts'
import { ControlError, ok, parseBody, whenQuiet } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'
import { findPhone, refuseElsewhere, requirePhone } from './phones.ts'
import { phoneMessageView } from './views.ts'

const text = z
  .object({ to: z.string(), body: z.string().max(1600).default(''), mediaUrls: z.array(z.url()).max(10).default([]) })
  .refine((input) => input.body !== '' || input.mediaUrls.length > 0, 'A text needs a body or media')

export const phoneMessageRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/phones/:number/messages',
    handle: ({ world, params }) => {
      const sids = findPhone(world, params['number'] ?? '')?.messageSids ?? []
      const messages = sids.toReversed().flatMap((sid) => world.account.messages.get(sid) ?? [])
      return ok(messages.map((message) => phoneMessageView(world, message)))
    },
  },
  {
    method: 'POST',
    pattern: '/phones/:number/messages',
    handle: ({ world, params, body }) => {
      const phone = requirePhone(world, params['number'] ?? '')
      const input = parseBody(text, body)
      const message = receiveMessage(world, { ...input, from: onChannelOf(input.to, phone.phoneNumber) })
      if (message === null) throw refuseElsewhere(world, input.to)
      return whenQuiet(world, () => phoneMessageView(world, message), 201)
    },
  },
  {
    method: 'POST',
    pattern: '/phones/:number/messages/:sid/read',
    handle: ({ world, params }) => {
      const phone = requirePhone(world, params['number'] ?? '')
      const message = world.account.messages.get(params['sid'] ?? '')
      if (message === undefined || bareAddress(message.to) !== phone.phoneNumber) {
        throw new ControlError(404, 'not_found', `The phone has no message ${params['sid']}`)
      }
      if (!isWhatsApp(message.to) || message.status !== 'delivered') {
        throw new ControlError(
          409,
          'conflict',
          `Only a delivered WhatsApp message tells that it was read: ${message.status}`,
        )
      }
      setStatus(world, message, 'read')
      return whenQuiet(world, () => phoneMessageView(world, message))
    },
  },
]
