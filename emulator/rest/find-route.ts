import { matchPath } from '../http/match-path.ts'
import { notFound, RestError } from './rest-error.ts'
import type { Route } from './route.ts'

const byLength = new WeakMap<readonly Route[], Map<number, Route[]>>()

/** Of so many routes only those are looked at that have as many parts as the path. */
function ofLength(routes: readonly Route[], length: number): Route[] {
  const known = byLength.get(routes) ?? Map.groupBy(routes, ({ pattern }) => pattern.split('/').length)
  byLength.set(routes, known)
  return known.get(length) ?? []
}

/** A literal path wins over one with names: `/IncomingPhoneNumbers/Local` is not a SID. Throws RestError 404, 405. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
  asked: string,
): { route: Route; params: Record<string, string> } {
  const parts = path.split('/')
  const matches = ofLength(routes, parts.length).flatMap((route) => {
    const params = matchPath(route.pattern, parts)
    return params === null ? [] : [{ route, params }]
  })
  const fewest = Math.min(...matches.map(({ params }) => Object.keys(params).length))
  const closest = matches.filter(({ params }) => Object.keys(params).length === fewest)
  if (closest.length === 0) throw notFound(asked)
  const found = closest.find(({ route }) => route.method === method)
  if (found === undefined) throw new RestError(405, 20_004, 'Method not allowed')
  return found
}
