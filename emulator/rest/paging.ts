import { RestError } from './rest-error.ts'
import type { RestRequest } from './route.ts'

type Item = { sid: string }

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

/** Twilio's 2010 list envelope. `items` are newest first and already filtered. */
export function pageOf<T extends Item>(
  request: RestRequest,
  key: string,
  items: readonly T[],
  view: (item: T) => unknown,
): { status: 200; json: Record<string, unknown> } {
  const { query } = request
  const size = wholeNumber(query.get('PageSize'), 50) || 50
  if (size > largestPage) throw new RestError(400, 20_007, `Page size must not be larger than ${largestPage}`)
  const page = wholeNumber(query.get('Page'), 0)
  const start = startOf(items, page, size, query.get('PageToken'))
  const shown = items.slice(start, start + size)
  const uri = (toPage: number, token: string | null) => {
    const wanted = new URLSearchParams(query)
    wanted.delete('PageToken')
    wanted.set('PageSize', String(size))
    wanted.set('Page', String(toPage))
    if (token !== null) wanted.set('PageToken', token)
    return `${request.path}.json?${wanted}`
  }
  const hasNext = start + size < items.length
  return {
    status: 200,
    json: {
      first_page_uri: uri(0, null),
      end: Math.max(0, page * size + shown.length - 1),
      previous_page_uri: page > 0 && shown[0] !== undefined ? uri(page - 1, `PB${shown[0].sid}`) : null,
      [key]: shown.map(view),
      uri: uri(page, query.get('PageToken')),
      page_size: size,
      start: page * size,
      next_page_uri: hasNext ? uri(page + 1, `PA${shown.at(-1)?.sid}`) : null,
      page,
    },
  }
}

export function newestFirst<T>(items: Iterable<T>): T[] {
  return [...items].toReversed()
}
