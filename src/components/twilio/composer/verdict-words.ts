import { readWallClock } from '@/shared/places/wall-clock'
import type { PermissionAnswer } from '@/shared/schemas/permission'
import { formatClockTime } from '../format/format-time'

export type VerdictWords = { tone: 'quiet' | 'caution' | 'negative'; words: string }

/** A verdict in a line, such as '6:40 AM for Dana: held until 8:00 AM'. `planned`: it was asked for a later time. */
export function verdictWords(answer: PermissionAnswer, name: string | undefined, planned: boolean): VerdictWords {
  const { verdict, until, timeZone, reason } = answer
  const clock = `${clockOf(answer)} for ${name ?? 'them'}${planned ? ' then' : ''}`
  if (verdict === 'refused') return { tone: 'negative', words: named(reason ?? 'This text may not be sent.', name) }
  const warnings = answer.warnings.map((warning) => named(warning.reason, name))
  if (verdict === 'held') {
    const words = until === null ? reason : `${clock}: held until ${untilWords(answer, new Date(until), timeZone)}`
    return { tone: 'caution', words: [words, ...warnings].join(' · ') }
  }
  if (warnings.length === 0) return { tone: 'quiet', words: clock }
  const outOfHours = answer.warnings.some((warning) => warning.rule === 'quiet_hours')
  return {
    tone: 'caution',
    words: [
      outOfHours ? `${warnings.join(' ')} That is outside your sending hours; by hand it goes out at once.` : clock,
      ...(outOfHours ? [] : warnings),
    ].join(' · '),
  }
}

/** 'This person' is whom the reader has before them. */
function named(reason: string, name: string | undefined) {
  return name === undefined ? reason : reason.replaceAll(/\bthis person\b/gi, name)
}

function clockOf({ localTime }: PermissionAnswer) {
  return formatClockTime(new Date(`${localTime}:00Z`), undefined, 'UTC')
}

function untilWords({ localTime }: PermissionAnswer, until: Date, timeZone: string) {
  const clock = formatClockTime(until, undefined, timeZone)
  if (readWallClock(until, timeZone).date === localTime.slice(0, 10)) return clock
  return `${until.toLocaleDateString(undefined, { weekday: 'long', timeZone })} ${clock}`
}
