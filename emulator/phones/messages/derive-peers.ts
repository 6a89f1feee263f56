import type { Message } from '../api/schemas.ts'

export const derivePeer = (message: Message): string => (message.direction === 'sent' ? message.to : message.from)

/** Whom this handset may want to text: people it has texted with, the latest first, then the firm's numbers. */
export const derivePeers = (messages: Message[], firmNumbers: string[]): string[] => {
  const latestFirst = messages.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
  return [...new Set([...latestFirst.map(derivePeer), ...firmNumbers])]
}
