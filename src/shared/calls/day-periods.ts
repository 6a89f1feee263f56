import { momentOf } from '../places/wall-clock'
import type { NumberAnswer } from '../schemas/number'
import { planAnswer, type AnswerPlan } from './answer-plan'

/** What a caller meets first, in a word. */
export type AnswerKind = 'rings' | 'flow' | 'voicemail' | 'goodbye'
/** Minutes from midnight by the wall clock; `to` is not part of it. */
export type Period = { from: number; to: number; kind: AnswerKind; hours: AnswerPlan['hours'] }

const wholeDay = 24 * 60
const hoursOfDay = Array.from({ length: 24 }, (_item, hour) => hour * 60)

/** A day (YYYY-MM-DD in that zone) at a number, cut where what a caller meets changes. A caller whom nobody knows. */
export function dayPeriods(answer: NumberAnswer, date: string, timeZone: string): Period[] {
  const opening = answer.hours?.hours ?? []
  // Every full hour too: an hour that the clocks skip answers nothing for the time beside it.
  const edges = new Set([...hoursOfDay, ...opening.flatMap(({ from, to }) => [minuteOf(from), minuteOf(to)])])
  const starts = [...edges].filter((minute) => minute < wholeDay).toSorted((a, b) => a - b)
  const periods: Period[] = []
  for (const [index, from] of starts.entries()) {
    const plan = planAnswer(answer, { at: momentOf(date, from, timeZone), recruiter: null })
    const to = starts[index + 1] ?? wholeDay
    const last = periods.at(-1)
    const kind = answerKind(plan)
    if (last?.kind === kind && last.hours === plan.hours) last.to = to
    else periods.push({ from, to, kind, hours: plan.hours })
  }
  return periods
}

export function answerKind({ rounds, last }: AnswerPlan): AnswerKind {
  return rounds.length > 0 ? 'rings' : last.kind
}

/** `09:30`, and `24:00` for the end of the day. */
export function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
