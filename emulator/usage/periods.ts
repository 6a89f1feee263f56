/** Days in UTC, as `YYYY-MM-DD`, both included. */
export type Period = { start: string; end: string }

const dayMs = 86_400_000

export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01`
}

function dayBefore(day: string): string {
  return dayOf(Date.parse(day) - dayMs)
}

/** A day, or so many days from today such as `-30days`; null if it is neither. */
export function readDay(text: string, today: string): string | null {
  const offset = /^([+-]?\d{1,4})days?$/i.exec(text)?.[1]
  if (offset !== undefined) return dayOf(Date.parse(today) + Number(offset) * dayMs)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}

export type Division = 'whole' | 'daily' | 'monthly' | 'yearly'

const ranks: Record<Exclude<Division, 'whole'>, (day: string) => string> = {
  daily: (day) => day,
  monthly: monthStart,
  yearly: (day) => `${day.slice(0, 4)}-01-01`,
}

/** A period in parts, the latest first; parts at its ends are cut to it. */
export function divide(period: Period, division: Division): Period[] {
  if (division === 'whole') return [period]
  const parts: Period[] = []
  for (let end = period.end; end >= period.start;) {
    const first = ranks[division](end)
    const start = first < period.start ? period.start : first
    parts.push({ start, end })
    end = dayBefore(start)
  }
  return parts
}

export const namedPeriods: Record<string, (today: string) => Period> = {
  Today: (today) => ({ start: today, end: today }),
  Yesterday: (today) => ({ start: dayBefore(today), end: dayBefore(today) }),
  ThisMonth: (today) => ({ start: monthStart(today), end: today }),
  LastMonth: (today) => {
    const end = dayBefore(monthStart(today))
    return { start: monthStart(end), end }
  },
}
