import type { Message } from '@/shared/schemas/message'
import type { OutgoingText } from './use-outbox'

/** Outgoing texts that the thread does not show yet: the live event of a text may come before the answer to its sender. */
export function unconfirmedTexts(texts: readonly OutgoingText[], thread: readonly Message[]) {
  const taken = new Set<string>()
  return texts.filter((text) => {
    const match = thread.find(
      (message) =>
        message.direction === 'outbound' &&
        message.body === text.body &&
        !text.known.has(message.id) &&
        !taken.has(message.id),
    )
    if (match) taken.add(match.id)
    return !match
  })
}
