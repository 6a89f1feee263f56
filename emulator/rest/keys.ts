import { rfc2822 } from '../account/rfc2822.ts'
import type { ApiKey } from '../registry/api-key.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

function view(key: ApiKey): Record<string, unknown> {
  return {
    sid: key.sid,
    friendly_name: key.friendlyName,
    date_created: rfc2822(key.createdAt),
    date_updated: rfc2822(key.updatedAt),
  }
}

function find({ world, params, path }: RestRequest): ApiKey {
  const key = world.account.registry.keys.get(params['sid'] ?? '')
  if (key === undefined) throw notFound(`${path}.json`)
  return key
}

/** The secret is shown here and never again. */
function create({ world, form }: RestRequest): RestAnswer {
  const now = world.clock.now()
  const key: ApiKey = {
    sid: world.newSid('SK'),
    friendlyName: form.text('FriendlyName')?.slice(0, 64) ?? '',
    secret: world.newSid(''),
    createdAt: now,
    updatedAt: now,
  }
  world.account.registry.keys.set(key.sid, key)
  return { status: 201, json: { ...view(key), secret: key.secret } }
}

function update(request: RestRequest): RestAnswer {
  const key = find(request)
  key.friendlyName = request.form.text('FriendlyName')?.slice(0, 64) ?? key.friendlyName
  key.updatedAt = request.world.clock.now()
  return { status: 200, json: view(key) }
}

function remove(request: RestRequest): RestAnswer {
  request.world.account.registry.keys.delete(find(request).sid)
  return { status: 204 }
}

function routesUnder(pattern: string, plural: string): Route[] {
  return [
    {
      method: 'GET',
      pattern,
      handle: (request) => pageOf(request, plural, newestFirst(request.world.account.registry.keys.values()), view),
    },
    { method: 'POST', pattern, handle: create },
    { method: 'GET', pattern: `${pattern}/:sid`, handle: (request) => ({ status: 200, json: view(find(request)) }) },
    { method: 'POST', pattern: `${pattern}/:sid`, handle: update },
    { method: 'DELETE', pattern: `${pattern}/:sid`, handle: remove },
  ]
}

/** https://www.twilio.com/docs/iam/api-keys; signing keys are the older name of the same thing. */
export const keyRoutes: Route[] = [...routesUnder('/Keys', 'keys'), ...routesUnder('/SigningKeys', 'signing_keys')]
