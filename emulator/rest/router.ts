import { matchPath } from '../http/match-path.ts'
import type { World } from '../world.ts'
import { accountListRoute, accountRoutes } from './accounts.ts'
import { authenticate } from './authenticate.ts'
import { callRecordingRoutes } from './call-recordings.ts'
import { callRoutes } from './calls.ts'
import { Form } from './form.ts'
import { phoneNumberRoutes } from './incoming-phone-numbers.ts'
import { messageMediaRoutes } from './message-media.ts'
import { messageRoutes } from './messages.ts'
import { recordingMediaRoute, recordingRoutes } from './recordings.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, Route } from './route.ts'

export type ApiRequest = {
  method: string
  /** Decoded from the URL, still with its extension. */
  path: string
  query: URLSearchParams
  body: URLSearchParams
  authorization: string | undefined
}

const routes: Route[] = [
  ...accountRoutes,
  ...messageRoutes,
  ...messageMediaRoutes,
  ...callRoutes,
  ...callRecordingRoutes,
  ...phoneNumberRoutes,
  ...recordingRoutes,
]

/** A literal path wins over one with names: `/IncomingPhoneNumbers/Local` is not a SID. */
function findRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | 'no path' | 'no method' {
  const matches = routes.flatMap((route) => {
    const params = matchPath(route.pattern, path)
    return params === null ? [] : [{ route, params }]
  })
  const fewest = Math.min(...matches.map(({ params }) => Object.keys(params).length))
  const closest = matches.filter(({ params }) => Object.keys(params).length === fewest)
  if (closest.length === 0) return 'no path'
  return closest.find(({ route }) => route.method === method) ?? 'no method'
}

/** Twilio's 2010 API. Throws RestError. */
export function answerApi(world: World, request: ApiRequest): RestAnswer {
  const { method, query } = request
  const caller = authenticate(world.account, request.authorization)
  const path = request.path.replace(/\.json$/, '')
  const parts = /^\/2010-04-01\/Accounts(?:\/([^/]+)(.*))?$/.exec(path)
  if (parts === null) throw notFound(request.path)
  const [, accountSid, rest = ''] = parts
  const form = new Form(request.body)
  if (method === 'GET' && accountSid === world.account.sid && path === request.path) {
    const params = matchPath(recordingMediaRoute.pattern, rest)
    if (params !== null) return recordingMediaRoute.handle({ world, path, params, query, form })
  }
  if (caller === null) throw new RestError(401, 20_003, 'Authenticate')
  if (accountSid === undefined) return accountListRoute.handle({ world, path, params: {}, query, form })
  const ownSid = caller === 'test' ? world.account.test.accountSid : world.account.sid
  if (accountSid !== ownSid) throw notFound(request.path)
  const found = findRoute(method, rest)
  if (found === 'no path') throw notFound(request.path)
  if (found === 'no method') throw new RestError(405, 20_004, 'Method not allowed')
  const { route, params } = found
  if (caller === 'account') return route.handle({ world, path, params, query, form })
  if (route.forTests === undefined) {
    throw new RestError(403, 20_008, 'Resource not accessible with Test Account Credentials')
  }
  const account = { ...world.account, sid: ownSid }
  return route.forTests({ world: { ...world, account }, path, params, query, form })
}
