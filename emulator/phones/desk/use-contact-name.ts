import { phones } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { derivePhoneName } from './derive-phone-name.ts'

/** How a number is called here: by the name of its handset if it has one, else as it is read. */
export const useContactName = (): ((phoneNumber: string) => string) => {
  const known = useResource(phones).data ?? []
  return (phoneNumber) => {
    const phone = known.find((each) => each.phoneNumber === phoneNumber)
    return phone ? derivePhoneName(phone) : formatPhoneNumber(phoneNumber)
  }
}
