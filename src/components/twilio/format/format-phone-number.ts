import { phoneLibrary } from './phone-library'

/**
 * '+14155550123' as people write it: '(415) 555-0123' at home, '+44 20 7946 0018' abroad; what is no number stays as it is. Home needs no
 * library; the rules of other countries are read with the first number from abroad, until then it stands as it is.
 */
export function formatPhoneNumber(phoneNumber: string) {
  const home = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber)
  if (home) return `(${home[1]}) ${home[2]}-${home[3]}`
  return phoneLibrary.formatInternational(phoneNumber) ?? phoneNumber
}
