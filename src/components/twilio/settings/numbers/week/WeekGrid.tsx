import { useRef, type KeyboardEvent } from 'react'
import { cn } from '@/components/ui/cn'
import type { Period } from '@/shared/calls/day-periods'
import { clockOf, kindWords, periodWords, weekdays } from './kind-words'

export type Day = { date: string; periods: readonly Period[] }

type WeekGridProps = {
  /** Monday first. */
  days: readonly Day[]
  chosen: { day: number; hour: number }
  onChoose: (day: number, hour: number) => void
}

const hours = Array.from({ length: 24 }, (_item, hour) => hour)
const steps = new Map([
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['Home', [0, -24]],
  ['End', [0, 24]],
] as const)

/** A week by hours. One cell takes the focus; the arrows move it, and what is chosen with it. */
export function WeekGrid({ days, chosen, onChoose }: WeekGridProps) {
  const table = useRef<HTMLTableElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = new Map<string, readonly [number, number]>(steps).get(event.key)
    if (!step) return
    event.preventDefault()
    const day = Math.min(6, Math.max(0, chosen.day + step[0]))
    const hour = Math.min(23, Math.max(0, chosen.hour + step[1]))
    onChoose(day, hour)
    table.current?.querySelector<HTMLButtonElement>(`[data-cell="${day}-${hour}"]`)?.focus()
  }
  return (
    <table
      ref={table}
      aria-label="The week by hours"
      className="w-full table-fixed border-separate border-spacing-px text-xs"
    >
      <thead>
        <tr>
          <th className="w-11">
            <span className="sr-only">Hour</span>
          </th>
          {days.map(({ date }, index) => (
            <th key={date} scope="col" className="pb-1 font-medium text-ink-soft">
              <abbr title={weekdays[index]} className="no-underline">
                {weekdays[index]?.slice(0, 2)}
              </abbr>
              <span className="block font-normal text-ink-faint tabular">{Number(date.slice(8))}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour}>
            <th scope="row" className="pr-1.5 text-right font-normal text-ink-faint tabular">
              {clockOf(hour * 60)}
            </th>
            {days.map(({ date, periods }, day) => {
              const isChosen = chosen.day === day && chosen.hour === hour
              return (
                <td key={date} className="p-0">
                  <HourButton
                    periods={periods.filter(({ from, to }) => from < hour * 60 + 60 && to > hour * 60)}
                    label={`${weekdays[day]} ${clockOf(hour * 60)}`}
                    cell={`${day}-${hour}`}
                    isChosen={isChosen}
                    onChoose={() => onChoose(day, hour)}
                    onKeyDown={move}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type HourButtonProps = {
  periods: readonly Period[]
  label: string
  cell: string
  isChosen: boolean
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Two halves where what a caller meets changes within the hour. */
function HourButton({ periods, label, cell, isChosen, onChoose, onKeyDown }: HourButtonProps) {
  const words = periods.map((period) => periodWords(period)).join(', then ')
  return (
    <button
      type="button"
      tabIndex={isChosen ? 0 : -1}
      data-cell={cell}
      aria-pressed={isChosen}
      aria-label={`${label}: ${words}`}
      title={`${label}: ${words}`}
      className={cn('flex h-5 w-full overflow-hidden rounded-sm', isChosen && 'outline-2 outline-accent')}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      {periods.map(({ from, kind, hours: at }) => (
        <span
          key={from}
          aria-hidden
          className={cn('flex h-full flex-1 items-center justify-center font-medium', kindWords[kind].look)}
        >
          {at === 'holiday' ? 'H' : kindWords[kind].mark}
        </span>
      ))}
    </button>
  )
}
