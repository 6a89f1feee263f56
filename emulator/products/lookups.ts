import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max'
import { isSupportedCountry } from 'libphonenumber-js/max'
import { findOwnNumber } from '../account/phone-numbers.ts'
import type { RestRequest, Route } from '../rest/route.ts'
import { prices } from '../usage/prices.ts'
import type { World } from '../world.ts'
import { lineTypeOf } from '../account/line-type.ts'

const packages = [
  'caller_name',
  'sim_swap',
  'call_forwarding',
  'line_status',
  'line_type_intelligence',
  'identity_match',
  'reassigned_number',
  'sms_pumping_risk',
  'phone_number_quality_score',
  'pre_fill',
]
const notEnabled = 60_606

/** Only the packages that the emulator knows anything for; the others say they are not enabled. */
function packageOf(world: World, number: PhoneNumber, name: string): Record<string, unknown> {
  const own = findOwnNumber(world.account, number.number)
  if (name === 'line_type_intelligence') {
    charge(world, 'carrier-lookups', prices.lookupLineType)
    const type = lineTypeOf(world.account, number.number)
    const carrier = own === null ? 'Emulated Carrier' : 'Twilio - SMS/MMS-SVR'
    return { error_code: null, mobile_country_code: '310', mobile_network_code: '000', carrier_name: carrier, type }
  }
  if (name === 'caller_name') {
    charge(world, 'calleridlookups', prices.lookupCallerName)
    if (number.country !== 'US') return { caller_name: null, caller_type: null, error_code: 60_600 }
    const phone = world.account.phones.get(number.number)
    return { caller_name: phone?.name || null, caller_type: phone?.name ? 'CONSUMER' : null, error_code: null }
  }
  return { error_code: notEnabled }
}

function charge(world: World, category: string, price: number): void {
  world.account.pastCharges.push({ at: world.clock.now(), category, count: 1, usage: 1, price })
}

function complaints(text: string, country: CountryCode): string[] {
  const length = validatePhoneNumberLength(text, country)
  if (length === 'NOT_A_NUMBER') return ['NOT_A_NUMBER']
  if (length === 'INVALID_COUNTRY') return ['INVALID_COUNTRY_CODE']
  if (length !== undefined) return [length]
  return ['INVALID_BUT_POSSIBLE']
}

function lookUp({ world, params, query }: RestRequest) {
  const text = params['number'] ?? ''
  const asked = query.get('CountryCode')?.toUpperCase() ?? 'US'
  const country = isSupportedCountry(asked) ? asked : 'US'
  const number = parsePhoneNumberFromString(text, country)
  const isValid = number?.isValid() ?? false
  const shown = number?.number ?? text
  const wanted = (query.get('Fields') ?? '').split(',').map((name) => name.trim())
  charge(world, 'number-format-lookups', 0)
  const fields = packages.map((name) => [
    name,
    number !== undefined && isValid && wanted.includes(name) ? packageOf(world, number, name) : null,
  ])
  return {
    status: 200,
    json: {
      calling_country_code: isValid ? number?.countryCallingCode : null,
      country_code: isValid ? (number?.country ?? null) : null,
      phone_number: shown,
      national_format: isValid ? number?.formatNational() : null,
      valid: isValid,
      validation_errors: isValid ? [] : complaints(text, country),
      ...Object.fromEntries(fields),
      url: `${world.baseUrl()}/lookups/v2/PhoneNumbers/${shown}`,
    },
  }
}

/** https://www.twilio.com/docs/lookup/v2-api; what is no number is answered with 200 and `valid: false`. */
export const lookupRoutes: Route[] = [
  { method: 'GET', pattern: '/lookups/v2/PhoneNumbers/:number', handle: lookUp, forTests: lookUp },
]
