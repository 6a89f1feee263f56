import { placeOfNumber } from '@/shared/places/place-of-number'
import type { PermissionRule } from '../rule'

/** Only countries an administrator has named; by default that of the number it is sent from. A number of no country is Twilio's to refuse. */
export const allowedCountry: PermissionRule = ({ request, rules }) => {
  const { country } = placeOfNumber(request.to)
  if (country === null) {
    const reason = 'This does not look like a number that any country has. Twilio may refuse it.'
    return { verdict: 'warned', rule: 'number_unknown', reason }
  }
  const named = request.medium === 'message' ? rules.countries.messages : rules.countries.calls
  const own = placeOfNumber(request.from).country ?? 'US'
  if ((named ?? [own]).includes(country)) return null
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country
  const what = request.medium === 'message' ? 'Texts' : 'Calls'
  return {
    verdict: 'refused',
    rule: 'country',
    reason: `${what} to ${name} are switched off. An administrator can allow them under Settings, Sending rules.`,
  }
}
