import type { Day } from './WeekGrid'
import { clockOf, periodWords, weekdays } from './kind-words'

/** The same week as a list; days that are alike stand together. */
export function WeekInWords({ days }: { days: readonly Day[] }) {
  return (
    <dl aria-label="The week in words" className="grid gap-2 text-sm">
      {alike(days).map(({ names, words }) => (
        <div key={names} className="grid gap-x-3 sm:grid-cols-[8rem_1fr]">
          <dt className="font-medium">{names}</dt>
          {words.map((line) => (
            <dd key={line} className="text-ink-soft tabular sm:col-start-2">
              {line}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

function alike(days: readonly Day[]) {
  const groups: { first: number; last: number; words: string[] }[] = []
  for (const [index, { periods }] of days.entries()) {
    const words = periods.map((period) => `${clockOf(period.from)}–${clockOf(period.to)} ${periodWords(period)}`)
    const group = groups.at(-1)
    if (group && group.words.join() === words.join()) group.last = index
    else groups.push({ first: index, last: index, words })
  }
  return groups.map(({ first, last, words }) => ({
    names: first === last ? weekdays[first] : `${weekdays[first]?.slice(0, 3)}–${weekdays[last]?.slice(0, 3)}`,
    words,
  }))
}
