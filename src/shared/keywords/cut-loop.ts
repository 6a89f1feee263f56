import { bare } from './match-words'
import { looksAutomatic } from './looks-automatic'

/** A reply that was sent by itself in the conversation: when, to which text, in which words. */
export type PastReply = { at: Date; text: string; reply: string | null }

const minutes = 60_000
const soon = { milliseconds: 10 * minutes, replies: 3 }
const aDay = { milliseconds: 24 * 60 * minutes, replies: 10 }

/** The same text is answered this often in an hour. */
const sameText = { milliseconds: 60 * minutes, replies: 2 }

/** What has waited longer is not answered by itself any more. */
const stale = 30 * minutes

/**
 * Why a text is not answered by itself, as a sentence; null when it may be. Two machines that answer each other are stopped by any of: what
 * they say of themselves, an echo of our reply, the same text again and again, too many replies in too short a time.
 */
export function cutLoop(
  text: { from: string; body: string; at: Date },
  past: readonly PastReply[],
  now: Date,
): string | null {
  const within = (milliseconds: number) => past.filter((reply) => now.getTime() - reply.at.getTime() < milliseconds)
  const body = bare(text.body)
  if (now.getTime() - text.at.getTime() > stale) return 'This text had waited too long to be answered by itself.'
  if (looksAutomatic(text)) return 'This text seems to come from a machine.'
  if (body !== '' && within(aDay.milliseconds).some(({ reply }) => reply !== null && bare(reply) === body)) {
    return 'This text repeats our own reply.'
  }
  if (within(sameText.milliseconds).filter((reply) => bare(reply.text) === body).length >= sameText.replies) {
    return 'The same text came again and again.'
  }
  if (within(soon.milliseconds).length >= soon.replies)
    return 'Three replies in ten minutes are enough; a person should look.'
  if (within(aDay.milliseconds).length >= aDay.replies) return 'Ten replies in a day are enough; a person should look.'
  return null
}
