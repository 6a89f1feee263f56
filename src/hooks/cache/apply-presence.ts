import type { PresentPerson } from '@/shared/schemas/conversation'
import type { LiveEvent } from '@/shared/schemas/live-event'

/** Who is in a conversation after somebody came, left, or began or ceased to write. */
export function applyPresence(
  present: readonly PresentPerson[],
  { data }: Extract<LiveEvent, { type: 'conversation.presence_changed' }>,
): PresentPerson[] {
  const others = present.filter((person) => person.id !== data.person.id)
  if (data.state === 'away') return others
  return [...others, { ...data.person, state: data.state, expiresAt: data.expiresAt }]
}
