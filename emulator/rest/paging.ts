import { RestError } from './rest-error.ts'
import type { RestRequest } from './route.ts'

type Item = { sid: string }
type Page<T> = {
  size: number
  page: number
  start: number
  shown: readonly T[]
  next: string | null
  previous: string | null
}

const largestPage = 1000

function wholeNumber(text: string | null, fallback: number): number {
  const value = Number(text)
  return text !== null && Number.isInteger(value) && value >= 0 ? value : fallback
}

/** Where the page begins: after the item that the token names, so that new items do not shift it. */
function startOf(items: readonly Item[], page: number, size: number, token: string | null): number {
  if (token === null) return page * size
  const index = items.findIndex((item) => item.sid === token.slice(2))
  if (index === -1 || !/^P[AB]/.test(token)) throw new RestError(400, 21_481, 'Invalid PageToken')
  return token.startsWith('PA') ? index + 1 : Math.max(0, index - size)
}

/** The part of a list that the query asks for, with the tokens of its neighbours. Throws RestError 20007, 21481. */
function cut<T extends Item>({ query }: RestRequest, items: readonly T[]): Page<T> {
  const size = wholeNumber(query.get('PageSize'), 50) || 50
  if (size > largestPage) throw new RestError(400, 20_007, `Page size must not be larger than ${largestPage}`)
  const page = wholeNumber(query.get('Page'), 0)
  const start = startOf(items, page, size, query.get('PageToken'))
  const shown = items.slice(start, start + size)
  const [first, last] = [shown[0], shown.at(-1)]
  const hasNext = start + size < items.length && last !== undefined
  return {
    size,
    page,
    start: page * size,
    shown,
    next: hasNext ? `PA${last.sid}` : null,
    previous: page > 0 && first !== undefined ? `PB${first.sid}` : null,
  }
}

function link({ query }: RestRequest, path: string, size: number, page: number, token: string | null): string {
  const wanted = new URLSearchParams(query)
  wanted.delete('PageToken')
  wanted.set('PageSize', String(size))
  wanted.set('Page', String(page))
  if (token !== null) wanted.set('PageToken', token)
  return `${path}?${wanted}`
}

/** Twilio's 2010 list envelope. `items` are newest first and already filtered. */
export function pageOf<T extends Item>(
  request: RestRequest,
  key: string,
  items: readonly T[],
  view: (item: T) => unknown,
): { status: 200; json: Record<string, unknown> } {
  const { size, page, start, shown, next, previous } = cut(request, items)
  const uri = (toPage: number, token: string | null) => link(request, `${request.path}.json`, size, toPage, token)
  return {
    status: 200,
    json: {
      first_page_uri: uri(0, null),
      end: Math.max(0, start + shown.length - 1),
      previous_page_uri: previous === null ? null : uri(page - 1, previous),
      [key]: shown.map(view),
      uri: uri(page, request.query.get('PageToken')),
      page_size: size,
      start,
      next_page_uri: next === null ? null : uri(page + 1, next),
      page,
    },
  }
}

/** The envelope of the newer products: `meta` with absolute URLs. */
export function metaPageOf<T extends Item>(
  request: RestRequest,
  key: string,
  items: readonly T[],
  view: (item: T) => unknown,
): { status: 200; json: Record<string, unknown> } {
  const { size, page, shown, next, previous } = cut(request, items)
  const url = (toPage: number, token: string | null) =>
    link(request, request.world.baseUrl() + request.path, size, toPage, token)
  return {
    status: 200,
    json: {
      meta: {
        page,
        page_size: size,
        first_page_url: url(0, null),
        previous_page_url: previous === null ? null : url(page - 1, previous),
        url: url(page, request.query.get('PageToken')),
        next_page_url: next === null ? null : url(page + 1, next),
        key,
      },
      [key]: shown.map(view),
    },
  }
}

export function newestFirst<T>(items: Iterable<T>): T[] {
  return [...items].toReversed()
}
