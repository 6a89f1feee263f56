import type { MessagingService } from '../messages/messaging-service.ts'
import type { Form } from '../rest/form.ts'
import { metaPageOf, newestFirst } from '../rest/paging.ts'
import { notFound, RestError } from '../rest/rest-error.ts'
import type { RestRequest, Route } from '../rest/route.ts'
import type { World } from '../world.ts'
import { isoSeconds } from './meta.ts'

const root = '/messaging/v1/Services'

export function findService({ world, params, path }: RestRequest): MessagingService {
  const service = world.account.messaging.services.get(params['serviceSid'] ?? '')
  if (service === undefined) throw notFound(path)
  return service
}

export function serviceUrl(world: World, service: MessagingService): string {
  return `${world.baseUrl()}${root}/${service.sid}`
}

function view(world: World, service: MessagingService): Record<string, unknown> {
  const url = serviceUrl(world, service)
  return {
    account_sid: world.account.sid,
    sid: service.sid,
    date_created: isoSeconds(service.createdAt),
    date_updated: isoSeconds(service.updatedAt),
    friendly_name: service.friendlyName,
    inbound_request_url: service.inboundRequestUrl,
    inbound_method: service.inboundMethod,
    fallback_url: service.fallbackUrl,
    fallback_method: service.fallbackMethod,
    status_callback: service.statusCallback,
    sticky_sender: service.stickySender,
    mms_converter: service.mmsConverter,
    smart_encoding: service.smartEncoding,
    fallback_to_long_code: service.fallbackToLongCode,
    area_code_geomatch: service.areaCodeGeomatch,
    validity_period: service.validityPeriod,
    scan_message_content: service.scanMessageContent,
    synchronous_validation: service.synchronousValidation,
    usecase: service.usecase,
    us_app_to_person_registered: world.account.settings.a2pRegistered,
    use_inbound_webhook_on_number: service.useInboundWebhookOnNumber,
    links: {
      phone_numbers: `${url}/PhoneNumbers`,
      short_codes: `${url}/ShortCodes`,
      alpha_senders: `${url}/AlphaSenders`,
      messages: `${url}/Messages`,
      us_app_to_person: `${url}/Compliance/Usa2p`,
      us_app_to_person_usecases: `${url}/Compliance/Usa2p/Usecases`,
      channel_senders: `${url}/ChannelSenders`,
      destination_alpha_senders: `${url}/DestinationAlphaSenders`,
    },
    url,
  }
}

function draft(world: World): MessagingService {
  const now = world.clock.now()
  return {
    sid: world.newSid('MG'),
    friendlyName: '',
    createdAt: now,
    updatedAt: now,
    inboundRequestUrl: null,
    inboundMethod: 'POST',
    fallbackUrl: null,
    fallbackMethod: 'POST',
    statusCallback: null,
    stickySender: true,
    mmsConverter: true,
    smartEncoding: true,
    scanMessageContent: 'inherit',
    fallbackToLongCode: true,
    areaCodeGeomatch: true,
    synchronousValidation: false,
    validityPeriod: 36_000,
    usecase: 'undeclared',
    useInboundWebhookOnNumber: false,
    numbers: [],
    shortCodes: [],
    alphaSenders: [],
    advancedOptOut: null,
  }
}

/** Writes what the request gives; empty text clears a URL. */
function configure(service: MessagingService, form: Form, now: number): void {
  const url = (name: string, current: string | null) => {
    const given = form.url(name, name === 'StatusCallback' ? 21_609 : 21_402)
    return given === null ? current : given || null
  }
  const name = form.text('FriendlyName') ?? service.friendlyName
  if (name === '' || name.length > 64) throw new RestError(400, 20_001, 'FriendlyName must have 1 to 64 characters')
  Object.assign(service, {
    friendlyName: name,
    inboundRequestUrl: url('InboundRequestUrl', service.inboundRequestUrl),
    inboundMethod: form.method('InboundMethod', 21_403) ?? service.inboundMethod,
    fallbackUrl: url('FallbackUrl', service.fallbackUrl),
    fallbackMethod: form.method('FallbackMethod', 21_403) ?? service.fallbackMethod,
    statusCallback: url('StatusCallback', service.statusCallback),
    stickySender: form.bool('StickySender', service.stickySender),
    mmsConverter: form.bool('MmsConverter', service.mmsConverter),
    smartEncoding: form.bool('SmartEncoding', service.smartEncoding),
    scanMessageContent: form.text('ScanMessageContent') ?? service.scanMessageContent,
    fallbackToLongCode: form.bool('FallbackToLongCode', service.fallbackToLongCode),
    areaCodeGeomatch: form.bool('AreaCodeGeomatch', service.areaCodeGeomatch),
    synchronousValidation: form.bool('SynchronousValidation', service.synchronousValidation),
    validityPeriod: form.int('ValidityPeriod', service.validityPeriod, { low: 1, high: 36_000, code: 21_624 }),
    usecase: form.text('Usecase') ?? service.usecase,
    useInboundWebhookOnNumber: form.bool('UseInboundWebhookOnNumber', service.useInboundWebhookOnNumber),
    updatedAt: now,
  } satisfies Partial<MessagingService>)
}

const usecases = ['notifications', 'marketing', 'verification', 'discussion', 'poll', 'undeclared']

/** https://www.twilio.com/docs/messaging/api/service-resource */
export const serviceRoutes: Route[] = [
  {
    method: 'GET',
    pattern: root,
    handle: (request) =>
      metaPageOf(request, 'services', newestFirst(request.world.account.messaging.services.values()), (service) =>
        view(request.world, service),
      ),
  },
  {
    method: 'POST',
    pattern: root,
    handle: ({ world, form }) => {
      const service = draft(world)
      configure(service, form, service.createdAt)
      world.account.messaging.services.set(service.sid, service)
      return { status: 201, json: view(world, service) }
    },
  },
  {
    method: 'GET',
    pattern: `${root}/Usecases`,
    handle: () => ({ status: 200, json: { usecases: usecases.map((usecase) => ({ usecase })) } }),
  },
  {
    method: 'GET',
    pattern: `${root}/:serviceSid`,
    handle: (request) => ({ status: 200, json: view(request.world, findService(request)) }),
  },
  {
    method: 'POST',
    pattern: `${root}/:serviceSid`,
    handle: (request) => {
      const service = findService(request)
      configure(service, request.form, request.world.clock.now())
      return { status: 200, json: view(request.world, service) }
    },
  },
  {
    method: 'DELETE',
    pattern: `${root}/:serviceSid`,
    handle: (request) => {
      request.world.account.messaging.services.delete(findService(request).sid)
      return { status: 204 }
    },
  },
]
