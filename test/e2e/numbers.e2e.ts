import { expect } from '@playwright/test'
import { askApi } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'
import { expectAccessibleInEveryLook } from '../helpers/expect-accessible'

type Offer = { phoneNumber: string }

test('a week by hours says what a caller meets at any moment, by mouse and by keyboard', async ({ signIn }) => {
  const { items } = await askApi<{ items: Offer[] }>('numbers/available?areaCode=617')
  const number = await askApi<{ id: string }>('numbers', { phoneNumber: items[0]!.phoneNumber })
  const hours = {
    time_zone: 'America/New_York',
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:30' }],
    holidays: ['12-25'],
  }
  const closed = { greeting: 'We are closed.', next: 'goodbye' }
  await askApi(`numbers/${number.id}`, { answer: { transferTo: '+14155550199', hours, closed } }, 'PATCH')

  const page = await signIn('supervisor', { at: '/settings/numbers' })
  const row = page.getByRole('list', { name: 'Our numbers' }).getByRole('listitem').filter({ hasText: '(617)' })
  await expect(row).toContainText('Calls: (415) 555-0199, within business hours')
  await expectAccessibleInEveryLook(page)
  await row.getByRole('link').click()
  const card = page.getByRole('region', { name: /^\(617\)/ })
  await card.getByText('What happens at any hour').click()
  await card.getByLabel('At', { exact: true }).fill('2026-12-23T10:15')
  const moment = card.getByRole('list', { name: 'At that moment' })
  await expect(moment).toContainText('It is within business hours.')
  await expect(moment).toContainText('(415) 555-0199 is rung, for 20 seconds.')

  const week = card.getByRole('table', { name: 'The week by hours' })
  await week.getByRole('button', { name: 'Wednesday 16:00: Rings somebody' }).click()
  await page.keyboard.press('ArrowDown')
  await expect(week.getByRole('button', { name: 'Wednesday 17:00: Rings somebody, then Goodbye' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(week.getByRole('button', { name: 'Friday 17:00: Goodbye (holiday)' })).toBeFocused()
  await expect(moment).toContainText('It is a holiday.The caller hears “We are closed.”The call ends.')
  await expect(card.getByLabel('At', { exact: true })).toHaveValue('2026-12-25T17:00')
  await expect(card.getByLabel('The week in words')).toContainText('Friday00:00–24:00 Goodbye (holiday)')
  await expectAccessibleInEveryLook(page)

  await askApi(
    `numbers/${number.id}?${new URLSearchParams({ confirm: items[0]!.phoneNumber, force: 'true' })}`,
    undefined,
    'DELETE',
  )
})
