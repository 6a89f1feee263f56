import { z } from 'zod'
import { isAddress } from '../account/address.ts'
import { findOwnNumber } from '../account/phone-numbers.ts'
import { lineTypes } from '../account/line-type.ts'
import { ensurePhone } from '../account/phones.ts'
import type { Phone } from '../account/phones.ts'
import type { World } from '../world.ts'
import { ControlError, ok, parseBody } from './control-route.ts'
import type { ControlRequest, ControlRoute } from './control-route.ts'
import { phoneView } from './views.ts'

const timeZones: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])
const isTimeZone = (name: string): boolean => timeZones.has(name)

const change = z.object({
  name: z.string().max(100).optional(),
  onCall: z.enum(['answer', 'decline', 'ignore', 'voicemail']).nullable().optional(),
  errorCode: z.int().min(1).nullable().optional(),
  lineType: z.enum(lineTypes).nullable().optional(),
  timeZone: z.string().refine(isTimeZone, 'Not an IANA time zone').nullable().optional(),
})
const creation = change.extend({ phoneNumber: z.string() })

const looking = z.object({ messages: z.boolean().default(false), calls: z.boolean().default(false) })

/** Looking at a number does not make it a phone; using it does. Throws ControlError for what cannot be a handset. */
export function findPhone(world: World, phoneNumber: string): Phone | null {
  if (!isAddress(phoneNumber)) {
    throw new ControlError(400, 'invalid', `Not an E.164 phone number, client: or sip: address: ${phoneNumber}`)
  }
  if (findOwnNumber(world.account, phoneNumber) !== null) {
    throw new ControlError(400, 'invalid', `${phoneNumber} is a number of the account, not a handset`)
  }
  return world.account.phones.get(phoneNumber) ?? null
}

/** The phone of a number, made if it is new. Throws ControlError for what cannot be a handset. */
export function requirePhone(world: World, phoneNumber: string): Phone {
  return findPhone(world, phoneNumber) ?? ensurePhone(world, phoneNumber)
}

/** What two people text or say to each other passes no Twilio, so there is nothing here to see it by. */
export function refuseElsewhere(world: World, to: string): ControlError {
  const isHandset = world.account.phones.has(to)
  const what = isHandset
    ? `${to} is a handset too: between two people Twilio carries nothing. Text or call a number of the account`
    : `${to} is no number or application of the account`
  return new ControlError(400, 'invalid', what)
}

function apply(world: World, phone: Phone, input: z.output<typeof change>): void {
  if (input.name !== undefined) phone.name = input.name
  if (input.onCall !== undefined) phone.onCall = input.onCall
  if (input.errorCode !== undefined) phone.errorCode = input.errorCode
  if (input.lineType !== undefined) phone.lineType = input.lineType
  if (input.timeZone !== undefined) phone.timeZone = input.timeZone
  world.changes.emit('phone', phone.phoneNumber)
}

/** What its person has looked at: from now on only what comes later is new. A call that still goes on may yet be missed. */
function look(world: World, phone: Phone, seen: z.output<typeof looking>): void {
  const running = phone.callSids.findIndex((sid) => world.account.legs.has(sid))
  if (seen.messages) phone.seen.messages = phone.messageSids.length
  if (seen.calls) phone.seen.calls = running === -1 ? phone.callSids.length : running
  world.changes.emit('phone', phone.phoneNumber)
}

export const phoneRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/phones',
    handle: ({ world }) => ok([...world.account.phones.values()].map((phone) => phoneView(world, phone))),
  },
  {
    method: 'POST',
    pattern: '/phones',
    handle: ({ world, body }) => {
      const input = parseBody(creation, body)
      const phone = requirePhone(world, input.phoneNumber)
      apply(world, phone, input)
      return ok(phoneView(world, phone), 201)
    },
  },
  {
    method: 'PATCH',
    pattern: '/phones/:number',
    handle: ({ world, params, body }: ControlRequest) => {
      const input = parseBody(change, body)
      const phone = requirePhone(world, params['number'] ?? '')
      apply(world, phone, input)
      return ok(phoneView(world, phone))
    },
  },
  {
    method: 'POST',
    pattern: '/phones/:number/seen',
    handle: ({ world, params, body }: ControlRequest) => {
      const phone = requirePhone(world, params['number'] ?? '')
      look(world, phone, parseBody(looking, body))
      return ok(phoneView(world, phone))
    },
  },
]
