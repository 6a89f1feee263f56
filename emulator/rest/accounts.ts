import type { SubAccount } from '../registry/sub-account.ts'
import type { World } from '../world.ts'
import { accountView, subAccountView } from './account-view.ts'
import type { Form } from './form.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

/** https://www.twilio.com/docs/iam/api/account; the account itself cannot be suspended here. */
export const accountRoutes: Route[] = [
  { method: 'GET', pattern: '', handle: ({ world }) => ({ status: 200, json: accountView(world) }) },
  {
    method: 'POST',
    pattern: '',
    handle: ({ world, form }) => {
      if (form.text('Status') !== null && form.text('Status') !== 'active') {
        throw new RestError(400, 20_001, 'The main account of the emulator stays active')
      }
      world.account.friendlyName = readName(form) ?? world.account.friendlyName
      return { status: 200, json: accountView(world) }
    },
  },
]

function readName(form: Form): string | null {
  return form.text('FriendlyName')?.slice(0, 64) ?? null
}

function list(request: RestRequest): RestAnswer {
  const { world, query } = request
  const [name, status] = [query.get('FriendlyName'), query.get('Status')]
  const { account } = world
  const all = [
    { sid: account.sid, friendlyName: account.friendlyName, status: 'active', view: () => accountView(world) },
    ...[...account.registry.subAccounts.values()].map((sub) => ({ ...sub, view: () => subAccountView(world, sub) })),
  ]
  const items = newestFirst(all).filter(
    (each) => (name === null || each.friendlyName === name) && (status === null || each.status === status),
  )
  return pageOf(request, 'accounts', items, (each) => each.view())
}

export const accountListRoutes: Route[] = [
  { method: 'GET', pattern: '', handle: list },
  {
    method: 'POST',
    pattern: '',
    handle: ({ world, form }) => {
      const now = world.clock.now()
      const sub: SubAccount = {
        sid: world.newSid('AC'),
        authToken: world.newSid(''),
        friendlyName: readName(form) ?? `SubAccount Created at ${new Date(now).toISOString()}`,
        status: 'active',
        createdAt: now,
        updatedAt: now,
      }
      world.account.registry.subAccounts.set(sub.sid, sub)
      return { status: 201, json: subAccountView(world, sub) }
    },
  },
]

function findSub(world: World, sid: string): SubAccount {
  const sub = world.account.registry.subAccounts.get(sid)
  if (sub === undefined) throw notFound(`/2010-04-01/Accounts/${sid}.json`)
  return sub
}

/** A sub-account can be seen, named, suspended and closed by its parent; it has no resources here. */
export const subAccountRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '',
    handle: ({ world, params }) => ({
      status: 200,
      json: subAccountView(world, findSub(world, params['sid'] ?? '')),
    }),
  },
  {
    method: 'POST',
    pattern: '',
    handle: ({ world, params, form }) => {
      const sub = findSub(world, params['sid'] ?? '')
      const status = form.text('Status') ?? sub.status
      if (status !== 'active' && status !== 'suspended' && status !== 'closed') {
        throw new RestError(400, 20_001, `Status must be active, suspended or closed: ${status}`)
      }
      if (sub.status === 'closed') throw new RestError(400, 20_001, 'A closed account stays closed')
      Object.assign(sub, { status, friendlyName: readName(form) ?? sub.friendlyName, updatedAt: world.clock.now() })
      return { status: 200, json: subAccountView(world, sub) }
    },
  },
]
