import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { withoutFlow } from '@/shared/calls/answer-plan'
import { dayPeriods, minuteOf } from '@/shared/calls/day-periods'
import { describeAnswer } from '@/shared/calls/describe-answer'
import { momentOf, nextDate, readWallClock } from '@/shared/places/wall-clock'
import { NumberAnswer } from '@/shared/schemas/number'
import { clockOf, kindWords } from './kind-words'
import { useAnswerNames } from './use-answer-names'
import { WeekGrid } from './WeekGrid'
import { WeekInWords } from './WeekInWords'

type AnswerAtAnyHourProps = {
  /** As the form has it, saved or not. */
  draft: NumberAnswer
  saved: NumberAnswer
}

/** What a caller meets at any moment: a week by hours, and the chosen moment in sentences. */
export function AnswerAtAnyHour({ draft, saved }: AnswerAtAnyHourProps) {
  const checked = NumberAnswer.safeParse(draft)
  const answer = checked.success ? checked.data : saved
  const zone = answer.hours?.time_zone ?? zoneHere()
  const names = useAnswerNames(answer)
  const heading = useId()
  const [moment, setMoment] = useState(() => readWallClock(new Date(), zone))
  if (!names) return <Skeleton className="h-64 rounded-lg" />
  const monday = mondayOf(moment.date)
  const dates = Array.from({ length: 6 }).reduce<string[]>(
    (before) => [...before, nextDate(before.at(-1) ?? monday)],
    [monday],
  )
  const shown = answeredBy(answer, (id) => names.flow(id) !== null)
  const days = dates.map((date) => ({ date, periods: dayPeriods(shown, date, zone) }))
  const put = (date: string, minute: number) => setMoment({ ...moment, date, minute })
  const sentences = describeAnswer(answer, momentOf(moment.date, moment.minute, zone), names)
  return (
    <section aria-labelledby={heading} className="grid gap-4">
      <div className="flex flex-wrap items-end gap-2">
        <h3 id={heading} className="mr-auto text-sm font-semibold">
          What a caller meets
          <span className="block font-normal text-ink-faint">
            {checked.success
              ? `By the clock of ${zone.replaceAll('_', ' ')}.`
              : 'What is written above is not whole yet: this is what is saved.'}
          </span>
        </h3>
        <Field label="At">
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              className="tabular"
              value={`${moment.date}T${clockOf(moment.minute)}`}
              onChange={({ target }) => {
                const [date = '', clock = ''] = target.value.split('T')
                if (date !== '') put(date, minuteOf(clock))
              }}
            />
          )}
        </Field>
        <span className="flex gap-1.5">
          {' '}
          <Button size="icon" label="The week before" onClick={() => put(later(moment.date, -7), moment.minute)}>
            <ChevronLeft />
          </Button>
          <Button size="icon" label="The week after" onClick={() => put(later(moment.date, 7), moment.minute)}>
            <ChevronRight />
          </Button>
          <Button onClick={() => setMoment(readWallClock(new Date(), zone))}>Now</Button>
        </span>
      </div>
      <div className="grid items-start gap-6 md:grid-cols-2">
        <div className="grid gap-5 md:order-last">
          <ol aria-label="At that moment" aria-live="polite" className="grid gap-1.5 rounded-md bg-sunken p-3">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
          <WeekInWords days={days} />
        </div>
        <div className="grid gap-3">
          <WeekGrid
            days={days}
            chosen={{ day: dates.indexOf(moment.date), hour: Math.floor(moment.minute / 60) }}
            onChoose={(day, hour) => put(dates[day] ?? moment.date, hour * 60)}
          />
          <Legend />
        </div>
      </div>
    </section>
  )
}

function zoneHere() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function Legend() {
  return (
    <ul aria-label="Colors" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
      {Object.values(kindWords).map(({ word, mark, look }) => (
        <li key={word} className="flex items-center gap-1.5">
          <span aria-hidden className={cn('flex h-4 w-5 items-center justify-center rounded-sm font-medium', look)}>
            {mark}
          </span>
          {word}
        </li>
      ))}
      <li>H: a holiday</li>
    </ul>
  )
}

/** A flow that is not published does not answer. */
function answeredBy(answer: NumberAnswer, isPublished: (flowId: string) => boolean): NumberAnswer {
  const open = answer.flowId !== null && !isPublished(answer.flowId) ? { ...answer, flowId: null } : answer
  const { next, flowId } = open.closed
  if (next !== 'flow' || flowId === null || isPublished(flowId)) return open
  return { ...open, closed: withoutFlow(open).closed }
}

function mondayOf(date: string) {
  return later(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
}

function later(date: string, days: number) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
}
