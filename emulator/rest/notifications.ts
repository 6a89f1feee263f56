import type { Notification } from '../account/notify.ts'
import { rfc2822 } from '../account/rfc2822.ts'
import type { WebhookEntry } from '../webhooks/webhook-log.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import { dateFilter } from './date-filter.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

/** The request that a notification speaks of, as far as it is still logged. */
function requestOf(world: World, about: Notification): WebhookEntry | undefined {
  const url = about.url?.replace(/#.*$/, '')
  if (url === undefined) return undefined
  return world.account.webhooks.findLast(
    (entry) => Date.parse(entry.at) <= about.at && (entry.url === url || entry.url.startsWith(`${url}?`)),
  )
}

function view(request: RestRequest, about: Notification): Record<string, unknown> {
  const { world, params } = request
  const under = params['callSid'] === undefined ? '' : `/Calls/${about.callSid}`
  const entry = requestOf(world, about)
  const method = entry?.method === 'GET' ? 'GET' : entry === undefined ? null : 'POST'
  const text = { LogLevel: about.level.toUpperCase(), ErrorCode: String(about.code), Msg: about.text }
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    call_sid: about.callSid,
    date_created: rfc2822(about.at),
    date_updated: rfc2822(about.at),
    error_code: String(about.code),
    log: about.level === 'error' ? '0' : '1',
    message_date: rfc2822(about.at),
    message_text: new URLSearchParams(about.url === null ? text : { ...text, url: about.url }).toString(),
    more_info: `https://www.twilio.com/docs/errors/${about.code}`,
    request_method: method,
    request_url: about.url ?? '',
    sid: about.sid,
    uri: `${accountUri(world)}${under}/Notifications/${about.sid}.json`,
  }
}

/** One notification also tells what was sent and what came back. */
function wholeView(request: RestRequest, about: Notification): Record<string, unknown> {
  const entry = requestOf(request.world, about)
  const type = entry?.answer?.contentType
  return {
    ...view(request, about),
    request_variables: new URLSearchParams(entry?.parameters ?? {}).toString(),
    response_headers: type == null ? '' : new URLSearchParams({ 'Content-Type': type }).toString(),
    response_body: entry?.answer?.body ?? '',
  }
}

function list(request: RestRequest): RestAnswer {
  const { world, query, params } = request
  const callSid = params['callSid']
  if (callSid !== undefined && !world.account.calls.has(callSid)) throw notFound(`${request.path}.json`)
  const log = query.get('Log')
  const isDated = dateFilter(query, 'MessageDate')
  const items = newestFirst(world.account.notifications).filter(
    (about) =>
      (callSid === undefined || about.callSid === callSid) &&
      (log === null || log === (about.level === 'error' ? '0' : '1')) &&
      isDated(about.at),
  )
  return pageOf(request, 'notifications', items, (about) => view(request, about))
}

function fetchOne(request: RestRequest): RestAnswer {
  const { world, params, path } = request
  const found = world.account.notifications.find((about) => about.sid === params['sid'])
  const isOther = params['callSid'] !== undefined && found?.callSid !== params['callSid']
  if (found === undefined || isOther) throw notFound(`${path}.json`)
  return { status: 200, json: wholeView(request, found) }
}

/** https://www.twilio.com/docs/usage/troubleshooting/debugging-your-application */
export const notificationRoutes: Route[] = ['', '/Calls/:callSid'].flatMap((under): Route[] => [
  { method: 'GET', pattern: `${under}/Notifications`, handle: list },
  { method: 'GET', pattern: `${under}/Notifications/:sid`, handle: fetchOne },
])
