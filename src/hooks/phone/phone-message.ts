import { z } from 'zod'
import { PhoneSettings } from './phone-settings'
import { PhoneState } from './phone-state'

/** What a person does with the phone, in any tab. */
export const PhoneCommand = z.discriminatedUnion('do', [
  z.object({ do: z.literal('call'), to: z.string(), callerId: z.string().optional() }),
  z.object({ do: z.literal('accept') }),
  z.object({ do: z.literal('decline') }),
  z.object({ do: z.literal('hang-up') }),
  z.object({ do: z.literal('mute'), muted: z.boolean() }),
  z.object({ do: z.literal('digits'), digits: z.string() }),
  z.object({ do: z.literal('try-again') }),
  z.object({ do: z.literal('settings'), settings: PhoneSettings }),
])
export type PhoneCommand = z.infer<typeof PhoneCommand>

/** What tabs tell each other of the phone. */
const PhoneMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('state'), state: PhoneState }),
  z.object({ kind: z.literal('command'), command: PhoneCommand }),
])
export type PhoneMessage = z.infer<typeof PhoneMessage>

/** Checks what another tab sent, which may run another version of the program; null when it makes no sense here. */
export function parsePhoneMessage(value: unknown): PhoneMessage | null {
  return PhoneMessage.safeParse(value).data ?? null
}
