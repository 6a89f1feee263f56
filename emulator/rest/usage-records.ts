import { categories, isWithin } from '../usage/categories.ts'
import { chargesOf } from '../usage/charges-of.ts'
import type { Charge } from '../usage/charge.ts'
import { dayOf, divide, namedPeriods, readDay } from '../usage/periods.ts'
import type { Division, Period } from '../usage/periods.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import { pageOf } from './paging.ts'
import { RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

const lists: Record<string, string> = {
  all_time: 'AllTime',
  daily: 'Daily',
  last_month: 'LastMonth',
  monthly: 'Monthly',
  this_month: 'ThisMonth',
  today: 'Today',
  yearly: 'Yearly',
  yesterday: 'Yesterday',
}

type Row = { sid: string; category: string; period: Period }

function view(world: World, row: Row, charges: readonly Charge[]): Record<string, unknown> {
  const { category, period } = row
  const known = categories.get(category)
  const used = charges.filter(({ at, category: narrow }) => {
    const day = dayOf(at)
    return day >= period.start && day <= period.end && isWithin(narrow, category)
  })
  const sum = (value: (charge: Charge) => number) => used.reduce((total, charge) => total + value(charge), 0)
  const price = sum((charge) => charge.price)
  const isTotal = category === 'totalprice'
  const root = `${accountUri(world)}/Usage/Records`
  const query = `Category=${category}&StartDate=${period.start}&EndDate=${period.end}`
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    as_of: `${world.clock.date().toISOString().slice(0, 19)}+00:00`,
    category,
    count: isTotal ? null : String(sum((charge) => charge.count)),
    count_unit: known?.countUnit ?? '',
    description: known?.description ?? '',
    end_date: period.end,
    price: isTotal || price > 0 ? price.toFixed(5) : '0',
    price_unit: 'usd',
    start_date: period.start,
    subresource_uris: Object.fromEntries(
      Object.entries(lists).map(([key, name]) => [key, `${root}/${name}.json?Category=${category}`]),
    ),
    uri: `${root}.json?${query}`,
    usage: isTotal ? price.toFixed(5) : String(sum((charge) => charge.usage)),
    usage_unit: known?.usageUnit ?? '',
  }
}

function readPeriod({ world, query }: RestRequest): Period {
  const today = dayOf(world.clock.now())
  const read = (name: string, fallback: string) => {
    const text = query.get(name)
    if (text === null || text === '') return fallback
    const day = readDay(text, today)
    if (day === null) throw new RestError(400, 20_001, `${name} is not a date: ${text}`)
    return day
  }
  return { start: read('StartDate', dayOf(world.account.createdAt)), end: read('EndDate', today) }
}

function list(request: RestRequest, period: Period, division: Division): RestAnswer {
  const { world, query } = request
  const wanted = query.get('Category')
  const names = wanted === null ? [...categories.keys()] : [wanted]
  const rows = divide(period, division).flatMap((part) =>
    names.map((category) => ({ sid: `${category}@${part.start}`, category, period: part })),
  )
  const charges = chargesOf(world.account)
  return pageOf(request, 'usage_records', rows, (row) => view(world, row, charges))
}

const root = '/Usage/Records'
const divisions: [string, Division][] = [
  ['', 'whole'],
  ['/AllTime', 'whole'],
  ['/Daily', 'daily'],
  ['/Monthly', 'monthly'],
  ['/Yearly', 'yearly'],
]

/** https://www.twilio.com/docs/usage/api/usage-record, and the balance that what was used leaves. */
export const usageRoutes: Route[] = [
  ...divisions.map(([name, division]): Route => ({
    method: 'GET',
    pattern: root + name,
    handle: (request) => list(request, readPeriod(request), division),
  })),
  ...Object.entries(namedPeriods).map(([name, periodOf]): Route => ({
    method: 'GET',
    pattern: `${root}/${name}`,
    handle: (request) => list(request, periodOf(dayOf(request.world.clock.now())), 'whole'),
  })),
  {
    method: 'GET',
    pattern: '/Balance',
    handle: ({ world }) => {
      const spent = chargesOf(world.account).reduce((total, charge) => total + charge.price, 0)
      const balance = world.account.settings.openingBalance - spent
      return { status: 200, json: { account_sid: world.account.sid, balance: balance.toFixed(5), currency: 'USD' } }
    },
  },
]
