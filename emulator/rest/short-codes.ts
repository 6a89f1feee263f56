import { rfc2822 } from '../account/rfc2822.ts'
import type { ShortCode } from '../messages/short-code.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'

function view(world: World, code: ShortCode): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    date_created: rfc2822(code.createdAt),
    date_updated: rfc2822(code.updatedAt),
    friendly_name: code.friendlyName,
    short_code: code.shortCode,
    sid: code.sid,
    sms_fallback_method: code.smsFallbackMethod,
    sms_fallback_url: code.smsFallbackUrl,
    sms_method: code.smsMethod,
    sms_url: code.smsUrl,
    uri: `${accountUri(world)}/SMS/ShortCodes/${code.sid}.json`,
  }
}

function find({ world, params, path }: RestRequest): ShortCode {
  const code = world.account.messaging.shortCodes.get(params['sid'] ?? '')
  if (code === undefined) throw notFound(`${path}.json`)
  return code
}

/** https://www.twilio.com/docs/messaging/api/shortcode-resource; short codes come from the control API. */
export const shortCodeRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/SMS/ShortCodes',
    handle: (request) => {
      const { world, query } = request
      const [name, digits] = [query.get('FriendlyName'), query.get('ShortCode')]
      const items = newestFirst(world.account.messaging.shortCodes.values()).filter(
        (code) => (name === null || code.friendlyName === name) && (digits === null || code.shortCode.includes(digits)),
      )
      return pageOf(request, 'short_codes', items, (code) => view(world, code))
    },
  },
  {
    method: 'GET',
    pattern: '/SMS/ShortCodes/:sid',
    handle: (request) => ({ status: 200, json: view(request.world, find(request)) }),
  },
  {
    method: 'POST',
    pattern: '/SMS/ShortCodes/:sid',
    handle: (request) => {
      const { form, world } = request
      const code = find(request)
      code.friendlyName = form.text('FriendlyName')?.slice(0, 64) ?? code.friendlyName
      code.smsUrl = form.url('SmsUrl', 21_402) ?? code.smsUrl
      code.smsMethod = form.method('SmsMethod', 21_403) ?? code.smsMethod
      code.smsFallbackUrl = form.url('SmsFallbackUrl', 21_402) ?? code.smsFallbackUrl
      code.smsFallbackMethod = form.method('SmsFallbackMethod', 21_403) ?? code.smsFallbackMethod
      code.updatedAt = world.clock.now()
      return { status: 200, json: view(world, code) }
    },
  },
]
