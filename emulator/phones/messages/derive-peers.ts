import type { Message } from '../api/schemas.ts'

export const derivePeer = (message: Message): string => (message.direction === 'sent' ? message.to : message.from)

/** Whom this handset may want to text: people of its messages (newest first), then the firm's numbers. */
export const derivePeers = (messages: Message[], firmNumbers: string[]): string[] => [
  ...new Set([...messages.map(derivePeer), ...firmNumbers]),
]
