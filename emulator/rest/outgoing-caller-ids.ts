import { formatNumber, parseNumber } from '../account/phone-number-format.ts'
import { rfc2822 } from '../account/rfc2822.ts'
import { isVerified } from '../registry/caller-id.ts'
import type { CallerId } from '../registry/caller-id.ts'
import { validateCallerId } from '../registry/validate-caller-id.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

function view(world: World, callerId: CallerId): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    date_created: rfc2822(callerId.createdAt),
    date_updated: rfc2822(callerId.updatedAt),
    friendly_name: callerId.friendlyName,
    phone_number: callerId.phoneNumber,
    sid: callerId.sid,
    uri: `${accountUri(world)}/OutgoingCallerIds/${callerId.sid}.json`,
  }
}

function find({ world, params, path }: RestRequest): CallerId {
  const callerId = world.account.registry.callerIds.get(params['sid'] ?? '')
  if (callerId === undefined) throw notFound(`${path}.json`)
  return callerId
}

/** Answers with the code that the person called has to key in. */
function create({ world, form }: RestRequest): RestAnswer {
  const asked = form.text('PhoneNumber')?.trim() ?? ''
  const phoneNumber = parseNumber(asked)
  if (phoneNumber === null) throw new RestError(400, 21_211, `PhoneNumber is not a valid phone number: ${asked}`)
  if (isVerified(world.account, phoneNumber)) {
    throw new RestError(400, 21_450, 'Phone number already validated on your account')
  }
  const friendlyName = form.text('FriendlyName')?.slice(0, 64) || formatNumber(phoneNumber)
  const callback = form.url('StatusCallback', 21_609)
  const { call, code } = validateCallerId(world, {
    phoneNumber,
    friendlyName,
    delaySeconds: form.int('CallDelay', 0, { low: 0, high: 60, code: 21_208 }),
    callback: callback ? { url: callback, method: form.method('StatusCallbackMethod') ?? 'POST' } : null,
  })
  return {
    status: 200,
    json: {
      account_sid: world.account.sid,
      call_sid: call.sid,
      friendly_name: friendlyName,
      phone_number: phoneNumber,
      validation_code: code,
    },
  }
}

/** https://www.twilio.com/docs/voice/api/outgoing-caller-ids */
export const callerIdRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/OutgoingCallerIds',
    handle: (request) => {
      const { world, query } = request
      const [number, name] = [query.get('PhoneNumber'), query.get('FriendlyName')]
      const items = newestFirst(world.account.registry.callerIds.values()).filter(
        (each) =>
          (number === null || each.phoneNumber === parseNumber(number)) &&
          (name === null || each.friendlyName === name),
      )
      return pageOf(request, 'outgoing_caller_ids', items, (each) => view(world, each))
    },
  },
  { method: 'POST', pattern: '/OutgoingCallerIds', handle: create },
  {
    method: 'GET',
    pattern: '/OutgoingCallerIds/:sid',
    handle: (request) => ({ status: 200, json: view(request.world, find(request)) }),
  },
  {
    method: 'POST',
    pattern: '/OutgoingCallerIds/:sid',
    handle: (request) => {
      const callerId = find(request)
      callerId.friendlyName = request.form.text('FriendlyName')?.slice(0, 64) ?? callerId.friendlyName
      callerId.updatedAt = request.world.clock.now()
      return { status: 200, json: view(request.world, callerId) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/OutgoingCallerIds/:sid',
    handle: (request) => {
      request.world.account.registry.callerIds.delete(find(request).sid)
      return { status: 204 }
    },
  },
]
