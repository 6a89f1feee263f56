import type { World } from '../world.ts'
import type { LineType } from './line-type.ts'

/** What a phone does by itself when it rings; null leaves it to a person. */
export type OnCall = 'answer' | 'decline' | 'ignore' | 'voicemail' | null

export type Phone = {
  phoneNumber: string
  name: string
  onCall: OnCall
  /** Texts to this phone end with this error code. */
  errorCode: number | null
  /** What Lookup says of it; null goes by its number. */
  lineType: LineType | null
  /** Where its person lives, for whoever works the handset; Twilio knows nothing of it. */
  timeZone: string | null
  messageSids: string[]
  callSids: string[]
  /** Calls that its voicemail took. */
  voicemailSids: Set<string>
  /** How many of its texts and calls, in their order, its person has looked at. */
  seen: { messages: number; calls: number }
  createdAt: number
}

/** A number that is used becomes a phone. */
export function ensurePhone(world: World, phoneNumber: string): Phone {
  const known = world.account.phones.get(phoneNumber)
  if (known !== undefined) return known
  const phone: Phone = {
    phoneNumber,
    name: '',
    onCall: null,
    errorCode: null,
    lineType: null,
    timeZone: null,
    messageSids: [],
    callSids: [],
    voicemailSids: new Set(),
    seen: { messages: 0, calls: 0 },
    createdAt: world.clock.now(),
  }
  world.account.phones.set(phoneNumber, phone)
  world.changes.emit('phone', phoneNumber)
  return phone
}
