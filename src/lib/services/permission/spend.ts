import type { Transaction } from '@/lib/db/client'
import type { PermissionRules } from '@/shared/schemas/permission-rules'
import { momentOf, nextDate, readWallClock } from '@/shared/places/wall-clock'
import type { Spent } from './rule'

type Periods = { day: string; month: string; nextDay: Date; nextMonth: Date }

/** The day and the month of a moment, as the firm's calendar has them. */
export function periodsOf(at: Date, { spend }: Pick<PermissionRules, 'spend'>): Periods {
  const { date } = readWallClock(at, spend.timeZone)
  const tomorrow = nextDate(date)
  const month = date.slice(0, 7)
  const year = Number(month.slice(0, 4))
  const following = month.endsWith('12')
    ? `${year + 1}-01`
    : `${year}-${String(Number(month.slice(5)) + 1).padStart(2, '0')}`
  return {
    day: date,
    month,
    nextDay: momentOf(tomorrow, 0, spend.timeZone),
    nextMonth: momentOf(`${following}-01`, 0, spend.timeZone),
  }
}

/** What all instances together have permitted so far. */
export async function readSpent(client: Pick<Transaction['client'], 'query'>, periods: Periods): Promise<Spent> {
  const result = await client.query<{ period: string; micros: string }>({
    name: 'read-spent',
    text: 'select period, micros from permission_spend where period in ($1, $2)',
    values: [periods.day, periods.month],
  })
  return toSpent(result.rows, periods)
}

/** Adds what is now permitted (or takes back). Both rows stay locked to the end of the transaction, so the totals are exact. */
export async function addSpent(
  client: Pick<Transaction['client'], 'query'>,
  periods: Periods,
  micros: number,
): Promise<Spent> {
  const result = await client.query<{ period: string; micros: string }>({
    name: 'add-spent',
    text: `insert into permission_spend as present (period, micros) values ($1, $3), ($2, $3)
           on conflict (period) do update set micros = present.micros + excluded.micros
           returning period, micros`,
    values: [periods.month, periods.day, micros],
  })
  return toSpent(result.rows, periods)
}

function toSpent(rows: readonly { period: string; micros: string }[], periods: Periods): Spent {
  const of = (period: string) => Number(rows.find((row) => row.period === period)?.micros ?? 0)
  return { day: of(periods.day), month: of(periods.month), nextDay: periods.nextDay, nextMonth: periods.nextMonth }
}
