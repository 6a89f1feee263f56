import { matchPath } from '../http/match-path.ts'
import { isProductPath, productRoutes } from '../products/products.ts'
import type { World } from '../world.ts'
import { accountListRoutes, accountRoutes, subAccountRoutes } from './accounts.ts'
import { addressRoutes } from './addresses.ts'
import { applicationRoutes } from './applications.ts'
import { authenticate } from './authenticate.ts'
import type { Caller } from './authenticate.ts'
import { availableNumberRoutes } from './available-phone-numbers.ts'
import { callEventRoute } from './call-events.ts'
import { callRecordingRoutes } from './call-recordings.ts'
import { callRoutes } from './calls.ts'
import { callerIdRoutes } from './outgoing-caller-ids.ts'
import { findRoute } from './find-route.ts'
import { conferenceRecordingRoutes } from './conference-recordings.ts'
import { conferenceRoutes } from './conferences.ts'
import { Form } from './form.ts'
import { phoneNumberRoutes } from './incoming-phone-numbers.ts'
import { keyRoutes } from './keys.ts'
import { mediaFileRoute, messageMediaRoutes } from './message-media.ts'
import { messageRoutes } from './messages.ts'
import { notificationRoutes } from './notifications.ts'
import { recordingMediaRoute, recordingRoutes } from './recordings.ts'
import { participantRoutes } from './participants.ts'
import { queueRoutes } from './queues.ts'
import { queueMemberRoutes } from './queue-members.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, Route } from './route.ts'
import { shortCodeRoutes } from './short-codes.ts'
import { tokenRoutes } from './tokens.ts'
import { usageRoutes } from './usage-records.ts'
import { transcriptionRoutes } from './transcriptions.ts'
import { callTranscriptionRoutes } from './call-transcriptions.ts'

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
  callEventRoute,
  ...phoneNumberRoutes,
  ...recordingRoutes,
  ...availableNumberRoutes,
  ...callerIdRoutes,
  ...applicationRoutes,
  ...notificationRoutes,
  ...usageRoutes,
  ...keyRoutes,
  ...tokenRoutes,
  ...addressRoutes,
  ...shortCodeRoutes,
  ...conferenceRoutes,
  ...conferenceRecordingRoutes,
  ...participantRoutes,
  ...queueRoutes,
  ...queueMemberRoutes,
  ...transcriptionRoutes,
  ...callTranscriptionRoutes,
]

/** Files that whoever knows their URL may have, as long as no `.json` is asked for. */
const openRoutes: Route[] = [recordingMediaRoute, mediaFileRoute]

/** Twilio's API: the 2010 one, and the products behind their prefixes. Throws RestError. */
export function answerApi(world: World, request: ApiRequest): RestAnswer {
  const { method, query, path: asked } = request
  const form = new Form(request.body)
  if (isProductPath(asked)) {
    const { route, params } = findRoute(productRoutes, method, asked, asked)
    return answerAs(world, authenticate(world.account, request.authorization), route, {
      path: asked,
      params,
      query,
      form,
    })
  }
  const path = asked.replace(/\.json$/, '')
  const parts = /^\/2010-04-01\/Accounts(?:\/([^/]+)(.*))?$/.exec(path)
  if (parts === null) throw notFound(asked)
  const [, accountSid, rest = ''] = parts
  if (method === 'GET' && accountSid === world.account.sid && path === asked) {
    for (const route of openRoutes) {
      const params = matchPath(route.pattern, rest)
      if (params !== null) return route.handle({ world, path, params, query, form })
    }
  }
  const caller = authenticate(world.account, request.authorization)
  if (caller === null) throw new RestError(401, 20_003, 'Authenticate')
  const isSub = accountSid !== undefined && world.account.registry.subAccounts.has(accountSid)
  if (accountSid === undefined || isSub) {
    const { route } = findRoute(isSub ? subAccountRoutes : accountListRoutes, method, rest, asked)
    return answerAs(world, caller, route, { path, params: { sid: accountSid ?? '' }, query, form })
  }
  const ownSid = caller === 'test' ? world.account.test.accountSid : world.account.sid
  if (accountSid !== ownSid) throw notFound(asked)
  const { route, params } = findRoute(routes, method, rest, asked)
  return answerAs(world, caller, route, { path, params, query, form })
}

type Asked = { path: string; params: Record<string, string>; query: URLSearchParams; form: Form }

/** Test credentials may do little, and on an account of their own. */
function answerAs(world: World, caller: Caller | null, route: Route, asked: Asked): RestAnswer {
  if (caller === null) throw new RestError(401, 20_003, 'Authenticate')
  if (caller === 'account') return route.handle({ world, ...asked })
  if (route.forTests === undefined) {
    throw new RestError(403, 20_008, 'Resource not accessible with Test Account Credentials')
  }
  const account = { ...world.account, sid: world.account.test.accountSid }
  return route.forTests({ world: { ...world, account }, ...asked })
}
