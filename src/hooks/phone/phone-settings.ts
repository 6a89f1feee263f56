import { z } from 'zod'

/** What this browser remembers of the phone. */
export const PhoneSettings = z.object({
  on: z.boolean().default(false),
  /** Ids of the browser's devices; null: its default. */
  microphoneId: z.string().nullable().default(null),
  speakerId: z.string().nullable().default(null),
})
export type PhoneSettings = z.infer<typeof PhoneSettings>

const key = 'eva-phone'

export function readPhoneSettings(storage: Pick<Storage, 'getItem'>): PhoneSettings {
  try {
    return PhoneSettings.parse(JSON.parse(storage.getItem(key) ?? '{}'))
  } catch {
    return PhoneSettings.parse({})
  }
}

export function keepPhoneSettings(storage: Pick<Storage, 'setItem'>, settings: PhoneSettings) {
  storage.setItem(key, JSON.stringify(settings))
}
