import type { Call } from '../calls/call.ts'
import { isOver } from '../calls/call.ts'
import { draftCall } from '../calls/draft-call.ts'
import { endLeg } from '../calls/progress.ts'
import { redirectCall } from '../calls/redirect-call.ts'
import { limitTime, startOutboundCall } from '../calls/start-outbound-call.ts'
import { chargesOfCall } from '../usage/charges-of.ts'
import { parseAddress } from '../account/address.ts'
import { checkCaller, readCall, readCallback, readFallback, readPlace } from './create-call.ts'
import { dateFilter } from './date-filter.ts'
import { refuseTestCall } from './magic-numbers.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'
import { callView } from './call-view.ts'

function find({ world, params, path }: RestRequest): Call {
  const call = world.account.calls.get(params['sid'] ?? '')
  if (call === undefined) throw notFound(`${path}.json`)
  return call
}

function update(request: RestRequest): RestAnswer {
  const { world, form } = request
  const call = find(request)
  const leg = world.account.legs.get(call.sid)
  const status = form.text('Status')
  const place = readPlace(form)
  if (status !== null && status !== 'canceled' && status !== 'completed') {
    throw new RestError(400, 20_001, `Status must be canceled or completed: ${status}`)
  }
  if (leg === undefined) throw new RestError(400, 21_220, 'Call is not in-progress. Cannot redirect.')
  if (status === 'canceled' && call.status === 'in-progress') {
    throw new RestError(400, 21_220, 'Call is in-progress. Cannot cancel.')
  }
  leg.fallback = readFallback(form) ?? leg.fallback
  call.callback = readCallback(form) ?? call.callback
  if (form.has('TimeLimit'))
    limitTime(world, leg, form.int('TimeLimit', 14_400, { low: 1, high: 86_400, code: 21_208 }))
  if (status !== null) endLeg(world, leg, call.status === 'in-progress' ? 'completed' : 'canceled')
  else if (place !== null) redirectCall(world, leg, place)
  return { status: 200, json: callView(world, call) }
}

function list(request: RestRequest): RestAnswer {
  const { world, query } = request
  const is = (name: string, value: string | null) => query.get(name) === null || query.get(name) === value
  const number = (name: string, value: string) => {
    const wanted = query.get(name)
    return wanted === null || (parseAddress(wanted) ?? wanted) === value
  }
  const started = dateFilter(query, 'StartTime')
  const ended = dateFilter(query, 'EndTime')
  const items = newestFirst(world.account.calls.values()).filter(
    (call) =>
      number('To', call.to) &&
      number('From', call.from) &&
      is('ParentCallSid', call.parentCallSid) &&
      is('Status', call.status) &&
      started(call.startedAt) &&
      ended(call.endedAt),
  )
  return pageOf(request, 'calls', items, (call) => callView(world, call))
}

/** https://www.twilio.com/docs/voice/api/call-resource */
export const callRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/Calls',
    handle: ({ world, form }) => {
      const input = readCall(world, form)
      checkCaller(world, input)
      return { status: 201, json: callView(world, startOutboundCall(world, input).call) }
    },
    forTests: ({ world, form }) => {
      refuseTestCall(form.text('From')?.trim() ?? '', form.text('To')?.trim() ?? '')
      const { from, to } = readCall(world, form)
      return {
        status: 201,
        json: callView(world, draftCall(world, { from, to, direction: 'outbound-api', status: 'queued' })),
      }
    },
  },
  { method: 'GET', pattern: '/Calls', handle: list },
  {
    method: 'GET',
    pattern: '/Calls/:sid',
    handle: (request) => ({ status: 200, json: callView(request.world, find(request)) }),
  },
  { method: 'POST', pattern: '/Calls/:sid', handle: update },
  {
    method: 'DELETE',
    pattern: '/Calls/:sid',
    handle: (request) => {
      const call = find(request)
      if (!isOver(call.status)) throw new RestError(400, 20_009, 'Cannot delete this resource before it is complete')
      request.world.account.calls.delete(call.sid)
      request.world.account.pastCharges.push(...chargesOfCall(call))
      return { status: 204 }
    },
  },
]
