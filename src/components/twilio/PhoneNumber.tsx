import { useSyncExternalStore, type ClipboardEvent } from 'react'
import { formatPhoneNumber } from './format/format-phone-number'
import { phoneLibrary } from './format/phone-library'

/** A number as people write it; copied, it is E.164. */
export function PhoneNumber({ value, className }: { value: string; className?: string }) {
  useSyncExternalStore(phoneLibrary.subscribe, phoneLibrary.isLoaded)
  const copyPlain = (event: ClipboardEvent) => {
    event.clipboardData.setData('text/plain', value)
    event.preventDefault()
  }
  return (
    <span className={className} onCopy={copyPlain}>
      {formatPhoneNumber(value)}
    </span>
  )
}
