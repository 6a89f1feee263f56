import { expect, test } from 'vitest'
import { OverviewQuery } from './overview'

test.each(['UTC', 'Etc/UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'Europe/Kiev', 'America/New_York'])(
  'a day may begin in %s, whichever name a browser has for it',
  (timeZone) => expect(OverviewQuery.parse({ timeZone })).toEqual({ timeZone }),
)

test.each(['Mars/Olympus', '+05:30', '', 'x'.repeat(61)])('no day begins in "%s"', (timeZone) => {
  expect(OverviewQuery.safeParse({ timeZone }).success).toBe(false)
})
