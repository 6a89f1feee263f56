import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { areaCodesByPlace, areaCodeTimeZones, nonGeographicAreaCodes } from './nanp-area-codes'
import { regionTimeZones } from './region-time-zones'

/** What a number says by itself. `timeZones` is empty for a number that belongs to no place (toll-free), `country` null for no number. */
export type NumberPlace = { country: string | null; region: string | null; timeZones: readonly string[] }

const placeOfAreaCode = new Map<string, string>()
for (const line of areaCodesByPlace.trim().split('\n')) {
  const [place = '', codes = ''] = line.split(': ')
  for (const code of codes.split(' ')) placeOfAreaCode.set(code, place)
}

/** Country, region and time zones of an E.164 number; a mobile number may have moved away from them. */
export function placeOfNumber(phoneNumber: string): NumberPlace {
  if (phoneNumber.startsWith('+1')) return placeOfAmericanNumber(phoneNumber)
  const parsed = parsePhoneNumberFromString(phoneNumber)
  // A calling code that several countries share: the one that has most of it.
  const country = parsed?.country ?? parsed?.getPossibleCountries()[0] ?? null
  return { country, region: null, timeZones: country === null ? [] : timeZonesOfCountry(country) }
}

function placeOfAmericanNumber(phoneNumber: string): NumberPlace {
  const areaCode = phoneNumber.slice(2, 5)
  if (phoneNumber.length !== 12) return { country: null, region: null, timeZones: [] }
  if (nonGeographicAreaCodes.has(areaCode)) return { country: 'US', region: null, timeZones: [] }
  const place = placeOfAreaCode.get(areaCode)
  if (place === undefined) return { country: null, region: null, timeZones: [] }
  const country = place.slice(0, 2)
  if (place.length === 2) return { country, region: null, timeZones: timeZonesOfCountry(country) }
  return { country, region: place, timeZones: areaCodeTimeZones[areaCode] ?? regionTimeZones[place] ?? [] }
}

const zonesOfCountry = new Map<string, readonly string[]>()

/** The time zones in use in a country, by the runtime's own data (CLDR). */
export function timeZonesOfCountry(country: string): readonly string[] {
  const known = zonesOfCountry.get(country)
  if (known) return known
  const zones = /^[A-Z]{2}$/.test(country) ? zonesByRuntime(new Intl.Locale(`und-${country}`)) : []
  zonesOfCountry.set(country, zones)
  return zones
}

/** TypeScript does not know the method yet. */
function zonesByRuntime(locale: object): string[] {
  const zones: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function' ? locale.getTimeZones() : []
  return Array.isArray(zones) ? zones.filter((zone): zone is string => typeof zone === 'string') : []
}
