import type { Conference, DocumentUrl } from '../conferences/conference.ts'
import { announce } from '../conferences/music.ts'
import { end } from '../conferences/take-part.ts'
import { conferenceView } from './conference-view.ts'
import { dateFilter } from './date-filter.ts'
import { requireConference } from './find-conference.ts'
import type { Form } from './form.ts'
import { newestFirst, pageOf } from './paging.ts'
import { RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

/** `NameUrl` and `NameMethod` of a form; null if there is no URL. */
export function readDocumentUrl(form: Form, name: string, fallback: DocumentUrl['method']): DocumentUrl | null {
  const url = form.url(`${name}Url`, 21_205)
  return url === null || url === '' ? null : { url, method: form.method(`${name}Method`) ?? fallback }
}

function list(request: RestRequest): RestAnswer {
  const { world, query } = request
  const is = (name: string, value: string) => query.get(name) === null || query.get(name) === value
  const created = dateFilter(query, 'DateCreated')
  const updated = dateFilter(query, 'DateUpdated')
  const wanted = (conference: Conference) =>
    is('Status', conference.status) &&
    is('FriendlyName', conference.friendlyName) &&
    created(conference.createdAt) &&
    updated(conference.updatedAt)
  const items = newestFirst(world.account.conferences.values()).filter(wanted)
  return pageOf(request, 'conferences', items, (conference) => conferenceView(world, conference))
}

function update(request: RestRequest): RestAnswer {
  const { world, form } = request
  const conference = requireConference(request)
  const status = form.text('Status')
  const announcement = readDocumentUrl(form, 'Announce', 'POST')
  if (status !== null && status !== 'completed') {
    throw new RestError(400, 20_001, `Status must be completed: ${status}`)
  }
  if (conference.status === 'completed') {
    throw new RestError(400, 16_022, 'Conference does not exist or is completed')
  }
  if (announcement !== null) announce(world, conference, null, announcement)
  if (status !== null) end(world, conference, 'conference-ended-via-api', null)
  return { status: 200, json: conferenceView(world, conference) }
}

/** https://www.twilio.com/docs/voice/api/conference-resource */
export const conferenceRoutes: Route[] = [
  { method: 'GET', pattern: '/Conferences', handle: list },
  {
    method: 'GET',
    pattern: '/Conferences/:conference',
    handle: (request) => ({ status: 200, json: conferenceView(request.world, requireConference(request)) }),
  },
  { method: 'POST', pattern: '/Conferences/:conference', handle: update },
]
