import type { parsePhoneNumberFromString } from 'libphonenumber-js/min'

let library: { parsePhoneNumberFromString: typeof parsePhoneNumberFromString } | null = null
let loading: Promise<void> | null = null
const listeners = new Set<() => void>()

/** The numbering rules of the world: too much for the first page, so they come when a number needs them. */
export const phoneLibrary = {
  /** Null while the library is on its way, and for what is no number. */
  formatInternational(phoneNumber: string) {
    if (!phoneNumber.startsWith('+')) return null
    if (!library) void phoneLibrary.load()
    return library?.parsePhoneNumberFromString(phoneNumber)?.formatInternational() ?? null
  },
  load() {
    loading ??= import('libphonenumber-js/min').then(
      (loaded) => {
        library = loaded
        for (const listener of listeners) listener()
      },
      () => {
        loading = null
      },
    )
    return loading
  },
  isLoaded: () => library !== null,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
