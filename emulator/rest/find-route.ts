import { matchPath } from '../http/match-path.ts'
import { notFound, RestError } from './rest-error.ts'
import type { Route } from './route.ts'

/** A literal path wins over one with names: `/IncomingPhoneNumbers/Local` is not a SID. Throws RestError 404, 405. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
  asked: string,
): { route: Route; params: Record<string, string> } {
  const parts = path.split('/')
  const matches = routes.flatMap((route) => {
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
