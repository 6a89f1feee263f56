import { countryOf } from '../account/phone-number-format.ts'
import { findServiceOf } from '../messages/messaging-service.ts'
import type { AlphaSender, MessagingService, PoolEntry } from '../messages/messaging-service.ts'
import { metaPageOf, newestFirst } from '../rest/paging.ts'
import { notFound, RestError } from '../rest/rest-error.ts'
import type { RestAnswer, RestRequest, Route } from '../rest/route.ts'
import { findService, serviceUrl } from './messaging-services.ts'
import { isoSeconds } from './meta.ts'

const root = '/messaging/v1/Services/:serviceSid'
const largestPool = 400

function common(request: RestRequest, service: MessagingService, list: string, entry: PoolEntry) {
  return {
    sid: entry.sid,
    account_sid: request.world.account.sid,
    service_sid: service.sid,
    date_created: isoSeconds(entry.createdAt),
    date_updated: isoSeconds(entry.createdAt),
    url: `${serviceUrl(request.world, service)}/${list}/${entry.sid}`,
  }
}

function numberView(request: RestRequest, service: MessagingService, entry: PoolEntry): Record<string, unknown> {
  const phoneNumber = request.world.account.numbers.get(entry.sid)?.phoneNumber ?? ''
  return {
    ...common(request, service, 'PhoneNumbers', entry),
    phone_number: phoneNumber,
    country_code: countryOf(phoneNumber),
    capabilities: ['MMS', 'SMS', 'Voice'],
  }
}

function shortCodeView(request: RestRequest, service: MessagingService, entry: PoolEntry): Record<string, unknown> {
  return {
    ...common(request, service, 'ShortCodes', entry),
    short_code: request.world.account.messaging.shortCodes.get(entry.sid)?.shortCode ?? '',
    country_code: 'US',
    capabilities: ['MMS', 'SMS'],
  }
}

function alphaView(request: RestRequest, service: MessagingService, sender: AlphaSender): Record<string, unknown> {
  return {
    ...common(request, service, 'AlphaSenders', sender),
    alpha_sender: sender.alphaSender,
    capabilities: ['SMS'],
  }
}

/** A sender is in one pool at most. Throws RestError 21710 if it is in this one, 21712 if in another. */
function addToPool(request: RestRequest, service: MessagingService, pool: PoolEntry[], sid: string): PoolEntry {
  const holder = findServiceOf(request.world.account, sid)
  if (holder === service)
    throw new RestError(409, 21_710, 'Phone Number or Short Code is already in the Messaging Service.')
  if (holder !== null) {
    throw new RestError(409, 21_712, 'Phone Number or Short Code is associated with another Messaging Service.')
  }
  if (pool.length >= largestPool) throw new RestError(412, 21_714, 'Messaging Service Number Pool size limit reached.')
  const entry = { sid, createdAt: request.world.clock.now() }
  pool.push(entry)
  return entry
}

function addNumber(request: RestRequest): RestAnswer {
  const service = findService(request)
  const sid = request.form.text('PhoneNumberSid') ?? ''
  if (!request.world.account.numbers.has(sid)) throw notFound(`PhoneNumber ${sid}`)
  return { status: 201, json: numberView(request, service, addToPool(request, service, service.numbers, sid)) }
}

function addShortCode(request: RestRequest): RestAnswer {
  const service = findService(request)
  const sid = request.form.text('ShortCodeSid') ?? ''
  if (!request.world.account.messaging.shortCodes.has(sid)) throw notFound(`ShortCode ${sid}`)
  return { status: 201, json: shortCodeView(request, service, addToPool(request, service, service.shortCodes, sid)) }
}

function addAlphaSender(request: RestRequest): RestAnswer {
  const service = findService(request)
  const alphaSender = request.form.text('AlphaSender') ?? ''
  if (!/^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&]{1,11}$/.test(alphaSender)) {
    throw new RestError(400, 21_709, `Alpha Sender ID is Invalid: ${alphaSender}`)
  }
  if (service.alphaSenders.some((sender) => sender.alphaSender === alphaSender)) {
    throw new RestError(409, 21_710, 'Alpha Sender is already in the Messaging Service.')
  }
  const sender = { sid: request.world.newSid('AI'), alphaSender, createdAt: request.world.clock.now() }
  service.alphaSenders.push(sender)
  return { status: 201, json: alphaView(request, service, sender) }
}

type Sender<T extends PoolEntry> = {
  list: string
  key: string
  pool: (service: MessagingService) => T[]
  view: (request: RestRequest, service: MessagingService, entry: T) => Record<string, unknown>
  add: (request: RestRequest) => RestAnswer
}

function routesOf<T extends PoolEntry>({ list, key, pool, view, add }: Sender<T>): Route[] {
  const find = (request: RestRequest, entries: T[]): T => {
    const entry = entries.find((each) => each.sid === request.params['sid'])
    if (entry === undefined) throw notFound(request.path)
    return entry
  }
  return [
    {
      method: 'GET',
      pattern: `${root}/${list}`,
      handle: (request) => {
        const service = findService(request)
        return metaPageOf(request, key, newestFirst(pool(service)), (entry) => view(request, service, entry))
      },
    },
    { method: 'POST', pattern: `${root}/${list}`, handle: add },
    {
      method: 'GET',
      pattern: `${root}/${list}/:sid`,
      handle: (request) => {
        const service = findService(request)
        return { status: 200, json: view(request, service, find(request, pool(service))) }
      },
    },
    {
      method: 'DELETE',
      pattern: `${root}/${list}/:sid`,
      handle: (request) => {
        const entries = pool(findService(request))
        entries.splice(entries.indexOf(find(request, entries)), 1)
        return { status: 204 }
      },
    },
  ]
}

/** https://www.twilio.com/docs/messaging/api/phonenumber-resource and its siblings */
export const serviceSenderRoutes: Route[] = [
  ...routesOf({
    list: 'PhoneNumbers',
    key: 'phone_numbers',
    pool: (service) => service.numbers,
    view: numberView,
    add: addNumber,
  }),
  ...routesOf({
    list: 'ShortCodes',
    key: 'short_codes',
    pool: (service) => service.shortCodes,
    view: shortCodeView,
    add: addShortCode,
  }),
  ...routesOf({
    list: 'AlphaSenders',
    key: 'alpha_senders',
    pool: (service) => service.alphaSenders,
    view: alphaView,
    add: addAlphaSender,
  }),
]
