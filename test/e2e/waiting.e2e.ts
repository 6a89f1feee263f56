import { expect } from '@playwright/test'
import { askApi, newHandset } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test('a text for later is seen, changed, and sent now or canceled', async ({ signIn }) => {
  const rosa = await newHandset('Rosa Lindqvist')
  const words = `Your interview ${rosa.phoneNumber.slice(-4)} is on Friday`
  const page = await signIn('agent', { at: '/waiting' })
  await askApi('messages', { to: rosa.phoneNumber, body: words, sendAt: inMinutes(90) })
  await askApi('messages', { to: rosa.phoneNumber, body: 'Not this one', sendAt: inMinutes(95) })
  const list = page.getByRole('list', { name: 'Waiting texts' })
  const row = list.getByRole('listitem').filter({ hasText: words })
  await expect(row).toContainText('Rosa Lindqvist')
  await expect(row).toContainText('in Los Angeles')
  await row.getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the waiting text' })
  await dialog.getByLabel('Text', { exact: true }).fill(`${words} at ten`)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('at ten')

  const other = list.getByRole('listitem').filter({ hasText: 'Not this one' })
  await other.filter({ hasText: 'Rosa' }).last().getByRole('button', { name: 'Cancel this text' }).click()
  await page.getByRole('button', { name: 'Cancel the text' }).click()
  await expect(other.filter({ hasText: 'Rosa' })).toHaveCount(0)

  await row.getByRole('button', { name: 'Send now' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send now' }).click()
  await expect(row).toHaveCount(0)
  await expect.poll(async () => (await rosa.received()).map((text) => text.body)).toEqual([`${words} at ten`])
  await page.getByRole('radio', { name: 'Earlier' }).click()
  await expect(
    page.getByRole('list', { name: 'Earlier texts' }).getByRole('listitem').filter({ hasText: words }),
  ).toContainText('Sent')
})

test('what was decided about a number is read by all, and a consent written down; the rules are for administrators to change', async ({
  signIn,
}) => {
  const otto = await newHandset()
  await askApi('messages', { to: otto.phoneNumber, body: 'Hello' })
  const page = await signIn('supervisor', { at: '/settings/rules' })
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled')
  await page.getByLabel('Their number').fill(otto.phoneNumber)
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('region', { name: 'Verdicts' })).toContainText('Allowed')
  await page.getByLabel('In these words').fill('Yes, text me about jobs')
  await page.getByRole('button', { name: 'Write down' }).click()
  await expect(page.getByRole('region', { name: 'Consents' })).toContainText('Yes, text me about jobs')
})
