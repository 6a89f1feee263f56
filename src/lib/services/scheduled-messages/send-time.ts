import { InvalidError } from '@/shared/errors'

const shortest = 15_000
/** As far as Twilio itself plans ahead; longer than that, what is known of a person says little. */
const longest = 35 * 24 * 60 * 60_000

/** When a text for later is wanted. Throws InvalidError for a time that is past, or too near or far to plan. */
export function sendTime(text: string, now: Date): Date {
  const at = new Date(text)
  const ahead = at.getTime() - now.getTime()
  if (ahead < shortest) throw new InvalidError('sendAt: Choose a time at least 15 seconds from now.')
  assertNearEnough(ahead)
  return at
}

/** The moment a question about a text is for: now, unless it is for later. Throws InvalidError for one too far to plan. */
export function askedTime(text: string | undefined, now: Date): Date {
  const at = text === undefined ? now : new Date(text)
  assertNearEnough(at.getTime() - now.getTime())
  return at > now ? at : now
}

function assertNearEnough(ahead: number) {
  if (ahead > longest) throw new InvalidError('sendAt: A text can be planned for 35 days ahead at most.')
}
