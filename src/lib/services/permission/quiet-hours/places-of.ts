import { placeOfNumber } from '@/shared/places/place-of-number'
import { regionOfPostalCode } from '@/shared/places/postal-codes'
import { regionTimeZones, unitedStatesTimeZones } from '@/shared/places/region-time-zones'
import type { ZoneEvidence } from '@/shared/schemas/permission'
import type { ContactEvidence } from '../evidence'
import type { Place } from './hours-of-day'

/**
 * What each piece of evidence says about where a recipient is: the contact's zone, region, postal code, the number. What says nothing of a
 * place (a toll-free number) is left out; when nothing is left, the recipient may be anywhere in the USA.
 */
export function zoneEvidenceOf(phoneNumber: string, contact: ContactEvidence | null): ZoneEvidence[] {
  const number = placeOfNumber(phoneNumber)
  const country = (contact?.country ?? number.country ?? 'US').toUpperCase()
  const region = contact?.region ? regionName(country, contact.region) : null
  const postal = contact?.postalCode ? regionOfPostalCode(country, contact.postalCode) : null
  const evidence: ZoneEvidence[] = [
    {
      source: 'contact',
      value: contact?.timeZone ?? '',
      timeZones: contact?.timeZone ? [contact.timeZone] : [],
      country,
      region: null,
    },
    {
      source: 'address',
      value: contact?.region ?? '',
      timeZones: [...(region?.timeZones ?? [])],
      country,
      region: region?.name ?? null,
    },
    {
      source: 'postal_code',
      value: contact?.postalCode ?? '',
      timeZones: [...(postal?.timeZones ?? regionTimeZones[postal?.region ?? ''] ?? [])],
      country,
      region: postal?.region ?? null,
    },
    {
      source: number.region ? 'area_code' : 'country',
      value: number.region ? phoneNumber.slice(2, 5) : (number.country ?? ''),
      timeZones: [...number.timeZones],
      country: number.country,
      region: number.region,
    },
  ]
  const speaking = evidence.filter((piece) => piece.timeZones.length > 0)
  return speaking.length > 0
    ? speaking
    : [{ source: 'unknown', value: '', timeZones: [...unitedStatesTimeZones], country: number.country, region: null }]
}

/** Every place at which it must be a good hour. */
export function placesOf(evidence: readonly ZoneEvidence[]): Place[] {
  return evidence.flatMap(({ timeZones, country, region }) =>
    timeZones.map((timeZone) => ({ timeZone, country, region })),
  )
}

/** The zone a person would name: the first of what is most certain. */
export function likelyTimeZone(evidence: readonly ZoneEvidence[]): string {
  return evidence[0]?.timeZones[0] ?? 'America/New_York'
}

function regionName(country: string, region: string) {
  const name = `${country}-${region
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{2}-/, '')}`
  const timeZones = regionTimeZones[name]
  return timeZones ? { name, timeZones: [...timeZones] } : null
}
