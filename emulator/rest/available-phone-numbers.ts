import { findOwnNumber } from '../account/phone-numbers.ts'
import { formatNumber } from '../account/phone-number-format.ts'
import { countries } from '../registry/free-numbers.ts'
import type { NumberType, Place } from '../registry/free-numbers.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import { pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

const types: NumberType[] = ['Local', 'TollFree', 'Mobile']
const resourceNames: Record<NumberType, string> = { Local: 'local', TollFree: 'toll_free', Mobile: 'mobile' }

function countryView(world: World, code: string): Record<string, unknown> {
  const country = countries[code]
  const uri = `${accountUri(world)}/AvailablePhoneNumbers/${code}`
  const sold = types.filter((type) => (country?.places[type].length ?? 0) > 0)
  return {
    beta: false,
    country: country?.name ?? '',
    country_code: code,
    subresource_uris: Object.fromEntries(sold.map((type) => [resourceNames[type], `${uri}/${type}.json`])),
    uri: `${uri}.json`,
  }
}

const keypad = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz']

/** Letters mean the digits of their key, `*` means any one digit; eleven characters or fewer fit anywhere. */
function patternOf(contains: string): RegExp {
  if (!/^\+?[\da-z*]{2,16}$/i.test(contains)) throw new RestError(400, 21_404, `Invalid Contains: ${contains}`)
  const digits = Array.from(contains.toLowerCase(), (character) => {
    const key = keypad.findIndex((letters) => letters.includes(character))
    return character === '*'
      ? String.raw`\d`
      : character === '+'
        ? String.raw`\+`
        : key === -1
          ? character
          : String(key + 2)
  })
  return new RegExp(digits.join(''))
}

function isFree(world: World, phoneNumber: string): boolean {
  return findOwnNumber(world.account, phoneNumber) === null && !world.account.phones.has(phoneNumber)
}

function fits(query: URLSearchParams, place: Place): boolean {
  const is = (name: string, value: string | null) => {
    const wanted = query.get(name)
    return wanted === null || wanted.toLowerCase() === value?.toLowerCase()
  }
  const wants = [is('AreaCode', place.areaCode), is('InLocality', place.locality), is('InRegion', place.region)]
  const near = query.get('NearNumber')
  return (
    wants.every(Boolean) &&
    is('InPostalCode', place.postalCode) &&
    is('InLata', place.lata) &&
    (query.get('InRateCenter') === null || is('InRateCenter', rateCenter(place))) &&
    (near === null || near.startsWith(place.prefix.slice(0, 5)))
  )
}

function rateCenter(place: Place): string | null {
  return place.region === null ? null : (place.locality?.toUpperCase().replaceAll(' ', '').slice(0, 10) ?? null)
}

function list(request: RestRequest, type: NumberType): RestAnswer {
  const { world, query, params } = request
  const code = params['country'] ?? ''
  const country = countries[code]
  if (country === undefined || country.places[type].length === 0) throw notFound(`${request.path}.json`)
  const contains = query.get('Contains')
  const pattern = contains === null ? null : patternOf(contains)
  const lacksMms = query.get('MmsEnabled') === 'true' && !country.mms
  const wantsFax = query.get('FaxEnabled') === 'true'
  const size = Math.min(1000, Number(query.get('PageSize')) || 30)
  const found: { place: Place; sid: string }[] = []
  const places = lacksMms || wantsFax ? [] : country.places[type].filter((place) => fits(query, place))
  for (let index = 0; found.length < size && index < 900; index++) {
    for (const place of places) {
      const sid = `${place.prefix}${place.first + index}`
      if (found.length < size && index < place.count && isFree(world, sid) && (pattern?.test(sid) ?? true)) {
        found.push({ place, sid })
      }
    }
  }
  const json = {
    available_phone_numbers: found.map(({ place, sid }) => ({
      address_requirements: 'none',
      beta: false,
      capabilities: { fax: false, voice: true, sms: true, mms: country.mms },
      friendly_name: formatNumber(sid),
      iso_country: code,
      lata: place.lata,
      latitude: place.latitude?.toFixed(6) ?? null,
      locality: place.locality,
      longitude: place.longitude?.toFixed(6) ?? null,
      phone_number: sid,
      postal_code: place.postalCode,
      rate_center: rateCenter(place),
      region: place.region,
    })),
    uri: `${request.path}.json${query.size === 0 ? '' : `?${query}`}`,
  }
  return { status: 200, json }
}

/** https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource; the same numbers in each run. */
export const availableNumberRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/AvailablePhoneNumbers',
    handle: (request) => {
      const rows = Object.keys(countries).map((sid) => ({ sid }))
      return pageOf(request, 'countries', rows, ({ sid }) => countryView(request.world, sid))
    },
  },
  {
    method: 'GET',
    pattern: '/AvailablePhoneNumbers/:country',
    handle: ({ world, params, path }) => {
      const code = params['country'] ?? ''
      if (countries[code] === undefined) throw notFound(`${path}.json`)
      return { status: 200, json: countryView(world, code) }
    },
  },
  ...types.map((type): Route => ({
    method: 'GET',
    pattern: `/AvailablePhoneNumbers/:country/${type}`,
    handle: (request) => list(request, type),
  })),
]
