import type { Account } from '../account/account.ts'
import type { PhoneNumber } from '../account/phone-numbers.ts'
import type { Application } from '../registry/application.ts'

/** Where calls to a number are answered: by its application if it names one, else as it says itself. */
export function voiceSettingsOf(account: Account, number: PhoneNumber): PhoneNumber | Application {
  return account.registry.applications.get(number.voiceApplicationSid ?? '') ?? number
}
