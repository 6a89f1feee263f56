import { createPhoneNumber, findOwnNumber } from '../account/phone-numbers.ts'
import type { PhoneNumber } from '../account/phone-numbers.ts'
import { formatNumber, numberType, parseNumber } from '../account/phone-number-format.ts'
import { chargeOfNumber } from '../usage/charges-of.ts'
import type { World } from '../world.ts'
import type { Form } from './form.ts'
import { refuseTestPurchase } from './magic-numbers.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'
import { numberView } from './phone-number-view.ts'

function find({ world, params, path }: RestRequest): PhoneNumber {
  const number = world.account.numbers.get(params['sid'] ?? '')
  if (number === undefined) throw notFound(`${path}.json`)
  return number
}

/** Writes what the request gives; empty text clears a URL. */
function configure(world: World, number: PhoneNumber, form: Form): void {
  const url = (name: string, current: string) => form.url(name, 21_402) ?? current
  const method = (name: string, current: PhoneNumber['voiceMethod']) => form.method(name, 21_403) ?? current
  const text = (name: string, current: string) => form.text(name) ?? current
  const sid = (name: string, current: string | null) => (form.has(name) ? form.text(name) || null : current)
  const application = (name: string, current: string | null) => {
    const wanted = sid(name, current)
    if (wanted === null || world.account.registry.applications.has(wanted)) return wanted
    throw new RestError(400, 21_420, `${name} is not an application of this account: ${wanted}`)
  }
  Object.assign(number, {
    friendlyName: text('FriendlyName', number.friendlyName).slice(0, 64),
    voiceUrl: url('VoiceUrl', number.voiceUrl),
    voiceMethod: method('VoiceMethod', number.voiceMethod),
    voiceFallbackUrl: url('VoiceFallbackUrl', number.voiceFallbackUrl),
    voiceFallbackMethod: method('VoiceFallbackMethod', number.voiceFallbackMethod),
    statusCallback: url('StatusCallback', number.statusCallback),
    statusCallbackMethod: method('StatusCallbackMethod', number.statusCallbackMethod),
    smsUrl: url('SmsUrl', number.smsUrl),
    smsMethod: method('SmsMethod', number.smsMethod),
    smsFallbackUrl: url('SmsFallbackUrl', number.smsFallbackUrl),
    smsFallbackMethod: method('SmsFallbackMethod', number.smsFallbackMethod),
    voiceCallerIdLookup: form.bool('VoiceCallerIdLookup', number.voiceCallerIdLookup),
    voiceApplicationSid: application('VoiceApplicationSid', number.voiceApplicationSid),
    smsApplicationSid: application('SmsApplicationSid', number.smsApplicationSid),
    trunkSid: sid('TrunkSid', number.trunkSid),
    addressSid: sid('AddressSid', number.addressSid),
    identitySid: sid('IdentitySid', number.identitySid),
    bundleSid: sid('BundleSid', number.bundleSid),
    emergencyStatus: text('EmergencyStatus', number.emergencyStatus),
    emergencyAddressSid: sid('EmergencyAddressSid', number.emergencyAddressSid),
    voiceReceiveMode: text('VoiceReceiveMode', number.voiceReceiveMode),
    updatedAt: world.clock.now(),
  } satisfies Partial<PhoneNumber>)
}

function chooseNumber(world: World, form: Form): string {
  const asked = form.text('PhoneNumber')?.trim() ?? ''
  const areaCode = form.text('AreaCode')?.trim() ?? ''
  if (asked !== '') {
    const number = parseNumber(asked)
    if (number === null) throw new RestError(400, 21_421, `PhoneNumber is invalid: ${asked}`)
    const taken = findOwnNumber(world.account, number) !== null || world.account.phones.has(number)
    if (taken) throw new RestError(400, 21_422, `PhoneNumber is not available: ${number}`)
    return number
  }
  if (areaCode === '') throw new RestError(400, 21_401, 'PhoneNumber or AreaCode is required')
  if (!/^\d{3}$/.test(areaCode)) throw new RestError(400, 21_451, `Invalid area code: ${areaCode}`)
  for (let line = 100; line < 200; line++) {
    const number = parseNumber(`+1${areaCode}5550${line}`)
    if (number !== null && findOwnNumber(world.account, number) === null && !world.account.phones.has(number))
      return number
  }
  throw new RestError(400, 21_452, `No phone numbers found in area code ${areaCode}`)
}

function draft(world: World, form: Form, phoneNumber: string): PhoneNumber {
  const now = world.clock.now()
  const friendlyName = formatNumber(phoneNumber)
  const number = createPhoneNumber(world.newSid, { phoneNumber, friendlyName, bought: true, now })
  configure(world, number, form)
  return number
}

function create({ world, form }: RestRequest): RestAnswer {
  const number = draft(world, form, chooseNumber(world, form))
  world.account.numbers.set(number.sid, number)
  return { status: 201, json: numberView(world, number) }
}

function createForTests({ world, form }: RestRequest): RestAnswer {
  refuseTestPurchase(form.text('PhoneNumber') ?? '', form.text('AreaCode') ?? '')
  return { status: 201, json: numberView(world, draft(world, form, form.text('PhoneNumber') ?? '+15005550006')) }
}

function isLike(pattern: string, phoneNumber: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[^\d+]/g, ''))
  return new RegExp(parts.map((part) => part.replace('+', '\\+')).join('\\d*')).test(phoneNumber)
}

type Kind = 'all' | 'local' | 'toll-free' | 'mobile'

function isKind(kind: Kind, phoneNumber: string): boolean {
  return kind === 'all' || numberType(phoneNumber) === kind
}

function listOf(kind: Kind): (request: RestRequest) => RestAnswer {
  return (request) => {
    const { world, query } = request
    const pattern = query.get('PhoneNumber')
    const name = query.get('FriendlyName')
    const items = newestFirst(world.account.numbers.values()).filter(
      (number) =>
        isKind(kind, number.phoneNumber) &&
        (pattern === null || isLike(pattern, number.phoneNumber)) &&
        (name === null || number.friendlyName === name),
    )
    return pageOf(request, 'incoming_phone_numbers', items, (number) => numberView(world, number))
  }
}

const collections: [string, Kind][] = [
  ['/IncomingPhoneNumbers', 'all'],
  ['/IncomingPhoneNumbers/Local', 'local'],
  ['/IncomingPhoneNumbers/TollFree', 'toll-free'],
  ['/IncomingPhoneNumbers/Mobile', 'mobile'],
]

/** https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export const phoneNumberRoutes: Route[] = [
  ...collections.flatMap(([pattern, kind]): Route[] => [
    { method: 'GET', pattern, handle: listOf(kind) },
    { method: 'POST', pattern, handle: create, forTests: createForTests },
  ]),
  {
    method: 'GET',
    pattern: '/IncomingPhoneNumbers/:sid',
    handle: (request) => ({ status: 200, json: numberView(request.world, find(request)) }),
  },
  {
    method: 'POST',
    pattern: '/IncomingPhoneNumbers/:sid',
    handle: (request) => {
      const number = find(request)
      configure(request.world, number, request.form)
      return { status: 200, json: numberView(request.world, number) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/IncomingPhoneNumbers/:sid',
    handle: (request) => {
      const { account } = request.world
      const number = find(request)
      account.numbers.delete(number.sid)
      for (const { numbers } of account.messaging.services.values()) {
        const at = numbers.findIndex((entry) => entry.sid === number.sid)
        if (at !== -1) numbers.splice(at, 1)
      }
      if (number.bought) account.pastCharges.push(chargeOfNumber(number))
      return { status: 204 }
    },
  },
]
