import { useContactOf } from '@/hooks/useContacts'
import { formatPhoneNumber } from '../format/format-phone-number'

/** The name of who is on the line; else the number, as people write it. */
export function useCallerName(them: string): string {
  const isNumber = them.startsWith('+')
  const { data: contact } = useContactOf(isNumber ? them : null)
  if (contact) return contact.name
  if (isNumber) return formatPhoneNumber(them)
  return them.startsWith('client:') ? 'a colleague' : 'an unknown caller'
}
