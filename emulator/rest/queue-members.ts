import { rfc2822 } from '../account/rfc2822.ts'
import { removeMember, waitSeconds } from '../queues/queues.ts'
import type { Member, Queue } from '../queues/queue.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import { pageOf } from './paging.ts'
import { requireQueue } from './queues.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

function memberView(world: World, queue: Queue, member: Member): Record<string, unknown> {
  const callSid = member.leg.call.sid
  return {
    call_sid: callSid,
    date_enqueued: rfc2822(member.enqueuedAt),
    position: queue.members.indexOf(member) + 1,
    queue_sid: queue.sid,
    uri: `${accountUri(world)}/Queues/${queue.sid}/Members/${callSid}.json`,
    wait_time: waitSeconds(world, member),
  }
}

/** By the SID of its call, or the one who has waited longest as `Front`. */
function requireMember(request: RestRequest, queue: Queue): Member {
  const key = request.params['member']
  const found = key === 'Front' ? queue.members[0] : queue.members.find((member) => member.leg.call.sid === key)
  if (found === undefined) throw notFound(`${request.path}.json`)
  return found
}

/** Takes a caller out of the queue and gives the call another document. */
function dequeue(request: RestRequest): RestAnswer {
  const { world, form } = request
  const queue = requireQueue(request)
  const member = requireMember(request, queue)
  const url = form.url('Url', 21_205)
  if (url === null || url === '') throw new RestError(400, 21_205, 'Url parameter is required.')
  const json = memberView(world, queue, member)
  removeMember(queue, member)
  member.taken.resolve({ redirect: { url, method: form.method('Method') ?? 'POST', parameters: {} } })
  return { status: 200, json }
}

/** https://www.twilio.com/docs/voice/api/member-resource */
export const queueMemberRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/Queues/:queue/Members',
    handle: (request) => {
      const queue = requireQueue(request)
      const items = queue.members.map((member) => ({ sid: member.leg.call.sid, member }))
      return pageOf(request, 'queue_members', items, ({ member }) => memberView(request.world, queue, member))
    },
  },
  {
    method: 'GET',
    pattern: '/Queues/:queue/Members/:member',
    handle: (request) => {
      const queue = requireQueue(request)
      return { status: 200, json: memberView(request.world, queue, requireMember(request, queue)) }
    },
  },
  { method: 'POST', pattern: '/Queues/:queue/Members/:member', handle: dequeue },
]
