import { rfc2822 } from '../account/rfc2822.ts'
import type { WebhookEntry } from '../webhooks/webhook-log.ts'
import { pageOf } from './paging.ts'
import { notFound } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'

/** A request to the application and its answer; what is still awaited has none. */
function view({ method, url, parameters, answer, ms, at }: WebhookEntry): Record<string, unknown> {
  return {
    request: { method, url, parameters },
    response: {
      response_code: answer?.status ?? null,
      request_duration: ms,
      content_type: answer?.contentType ?? null,
      response_body: answer?.body ?? '',
      date_created: rfc2822(Date.parse(at)),
    },
  }
}

/** https://www.twilio.com/docs/voice/api/call-event-resource: what was asked for this call, as far as it is still logged. */
export const callEventRoute: Route = {
  method: 'GET',
  pattern: '/Calls/:callSid/Events',
  handle: (request: RestRequest) => {
    const { world, params, path } = request
    const callSid = params['callSid'] ?? ''
    if (!world.account.calls.has(callSid)) throw notFound(`${path}.json`)
    const entries = world.account.webhooks.filter(({ parameters }) => parameters['CallSid'] === callSid)
    return pageOf(
      request,
      'events',
      entries.map((entry) => ({ ...entry, sid: entry.id })),
      view,
    )
  },
}
