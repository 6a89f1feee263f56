import type { World } from '../world.ts'
import type { Form } from './form.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'

type Item = { sid: string; createdAt: number; updatedAt: number }

/** A kind of thing that is made, listed, changed and deleted by requests alone. */
export type Resource<T extends Item> = {
  /** After the account, such as `/Addresses`. */
  pattern: string
  /** The list's name in its pages. */
  key: string
  /** Query parameters that narrow the list, each with what it is compared to. */
  filters: Record<string, (item: T) => string>
  itemsOf: (world: World) => Map<string, T>
  /** Throws RestError if the request lacks something. */
  draft: (world: World, form: Form) => T
  /** Writes what the request gives; empty text clears. */
  configure: (item: T, form: Form) => void
  view: (world: World, item: T) => Record<string, unknown>
}

/** List, create, fetch, update, delete. */
export function resourceRoutes<T extends Item>(resource: Resource<T>): Route[] {
  const { pattern, key, filters, itemsOf, draft, configure, view } = resource
  const find = ({ world, params, path }: RestRequest): T => {
    const item = itemsOf(world).get(params['sid'] ?? '')
    if (item === undefined) throw notFound(`${path}.json`)
    return item
  }
  const one = `${pattern}/:sid`
  return [
    {
      method: 'GET',
      pattern,
      handle: (request) => {
        const { world, query } = request
        const wanted = Object.entries(filters).filter(([name]) => query.has(name))
        const items = newestFirst(itemsOf(world).values()).filter((item) =>
          wanted.every(([name, valueOf]) => valueOf(item) === query.get(name)),
        )
        return pageOf(request, key, items, (item) => view(world, item))
      },
    },
    {
      method: 'POST',
      pattern,
      handle: ({ world, form }) => {
        const item = draft(world, form)
        configure(item, form)
        itemsOf(world).set(item.sid, item)
        return { status: 201, json: view(world, item) }
      },
    },
    { method: 'GET', pattern: one, handle: (request) => ({ status: 200, json: view(request.world, find(request)) }) },
    {
      method: 'POST',
      pattern: one,
      handle: (request) => {
        const item = find(request)
        configure(item, request.form)
        item.updatedAt = request.world.clock.now()
        return { status: 200, json: view(request.world, item) }
      },
    },
    {
      method: 'DELETE',
      pattern: one,
      handle: (request) => {
        itemsOf(request.world).delete(find(request).sid)
        return { status: 204 }
      },
    },
  ]
}
