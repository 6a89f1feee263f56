import { rfc2822 } from '../account/rfc2822.ts'
import { averageWaitSeconds, createQueue, findQueue, longestName, usualSize } from '../queues/queues.ts'
import type { Queue } from '../queues/queue.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import type { Form } from './form.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'

const largest = 5000

export function requireQueue({ world, params, path }: RestRequest): Queue {
  const queue = world.account.queues.get(params['queue'] ?? '')
  if (queue === undefined) throw notFound(`${path}.json`)
  return queue
}

export function queueView(world: World, queue: Queue): Record<string, unknown> {
  const uri = `${accountUri(world)}/Queues/${queue.sid}`
  return {
    account_sid: world.account.sid,
    average_wait_time: averageWaitSeconds(world, queue),
    current_size: queue.members.length,
    date_created: rfc2822(queue.createdAt),
    date_updated: rfc2822(queue.updatedAt),
    friendly_name: queue.friendlyName,
    max_size: queue.maxSize,
    sid: queue.sid,
    subresource_uris: { members: `${uri}/Members.json` },
    uri: `${uri}.json`,
  }
}

/** A name of its own among the account's queues. Throws RestError. */
function readName(world: World, form: Form, own?: Queue): string {
  const name = form.text('FriendlyName')?.trim() ?? ''
  if (name === '') throw new RestError(400, 20_001, 'FriendlyName is required')
  if (name.length > longestName)
    throw new RestError(400, 20_001, `FriendlyName is longer than ${longestName} characters`)
  const known = findQueue(world.account, name)
  if (known !== undefined && known !== own) throw new RestError(400, 20_001, 'A queue of that name exists')
  return name
}

function readSize(form: Form, fallback: number): number {
  return form.int('MaxSize', fallback, { low: 1, high: largest, code: 20_001 })
}

/** https://www.twilio.com/docs/voice/api/queue-resource */
export const queueRoutes: Route[] = [
  {
    method: 'POST',
    pattern: '/Queues',
    handle: ({ world, form }) => {
      const queue = createQueue(world, readName(world, form), readSize(form, usualSize))
      return { status: 201, json: queueView(world, queue) }
    },
  },
  {
    method: 'GET',
    pattern: '/Queues',
    handle: (request) =>
      pageOf(request, 'queues', newestFirst(request.world.account.queues.values()), (queue) =>
        queueView(request.world, queue),
      ),
  },
  {
    method: 'GET',
    pattern: '/Queues/:queue',
    handle: (request) => ({ status: 200, json: queueView(request.world, requireQueue(request)) }),
  },
  {
    method: 'POST',
    pattern: '/Queues/:queue',
    handle: (request) => {
      const { world, form } = request
      const queue = requireQueue(request)
      if (form.has('FriendlyName')) queue.friendlyName = readName(world, form, queue)
      queue.maxSize = readSize(form, queue.maxSize)
      queue.updatedAt = world.clock.now()
      return { status: 200, json: queueView(world, queue) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/Queues/:queue',
    handle: (request) => {
      const queue = requireQueue(request)
      if (queue.members.length > 0) throw new RestError(400, 20_001, 'The queue is not empty')
      request.world.account.queues.delete(queue.sid)
      return { status: 204 }
    },
  },
]
