import { expect } from '@playwright/test'
import { newHandset } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'

test('a caller appears at once, the clock ticks, and the end has a duration', async ({ signIn }) => {
  const name = `Marcus Oyelaran ${process.pid}`
  const marcus = await newHandset(name)
  const page = await signIn('supervisor', { at: '/calls' })
  await expect(page.getByRole('heading', { name: 'Calls', level: 1 })).toBeVisible()

  const { callSid } = await marcus.call()
  const row = page.getByRole('list', { name: 'Calls' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toBeVisible()
  const bar = page.getByRole('region', { name: 'Phone', exact: true }).getByRole('listitem').filter({ hasText: name })
  await expect(bar).toContainText('In progress')
  await expect(bar.getByRole('timer')).toHaveText(/0:0[1-9]/)

  await bar.getByRole('link', { name }).click()
  await expect(page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').first()).toBeVisible()
  await marcus.hangUp(callSid)
  await expect(row).toContainText('Completed')
  await expect(row).toContainText(/\d:\d\d/)
  await expect(bar).toBeHidden()
  const hangUp = page.getByRole('article', { name: 'Call' }).getByRole('button', { name: 'Hang up' })
  await expect(hangUp).toHaveAttribute('aria-disabled', 'true')
  await hangUp.hover()
  await expect(page.getByRole('tooltip')).toContainText('This call is already over.')
})

test('a number is dialled on the pad and hung up from the phone bar', async ({ signIn }) => {
  const sofia = await newHandset()
  await sofia.onCall('answer')
  const page = await signIn('agent')
  await page.keyboard.press('c')
  const pad = page.getByRole('dialog', { name: 'Call' })
  for (const digit of sofia.phoneNumber.replace('+1', ''))
    await pad.getByRole('button', { name: digit, exact: true }).click()
  await pad.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(page).toHaveURL(/\/calls\/CA/)
  const bar = page
    .getByRole('region', { name: 'Phone', exact: true })
    .getByRole('listitem')
    .filter({ hasText: sofia.phoneNumber.slice(-4) })
  await expect(bar).toContainText('In progress')
  await bar.getByRole('button', { name: 'Hang up' }).click()
  await expect(bar).toBeHidden()
  await expect(page.getByRole('article', { name: 'Call' })).toContainText('Completed')
})

test('a call that is declined says so', async ({ signIn }) => {
  const grace = await newHandset()
  await grace.onCall('decline')
  const page = await signIn()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(grace.phoneNumber)
  await page.getByRole('option', { name: /^Call / }).click()
  await page.getByRole('dialog', { name: 'Call' }).getByRole('button', { name: 'Call', exact: true }).click()
  await expect(page.getByRole('article', { name: 'Call' })).toContainText('Busy')
})

test('the list is filtered, walked with j and k, and opened with Enter', async ({ signIn }) => {
  const [one, two] = [await newHandset(), await newHandset()]
  for (const handset of [one, two]) {
    const { callSid } = await handset.call()
    await handset.hangUp(callSid)
  }
  const page = await signIn('supervisor', { at: '/calls' })
  const list = page.getByRole('list', { name: 'Calls' })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(one.phoneNumber)
  await expect(page).toHaveURL(/phoneNumber=/)
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Find by number').fill('')
  await expect(list.getByRole('listitem').nth(1)).toBeVisible()
  await page.getByRole('heading', { name: 'Calls', level: 1 }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(list.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Call' })).toBeVisible()
})
