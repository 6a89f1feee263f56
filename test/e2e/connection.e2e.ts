import { expect } from '@playwright/test'
import { newHandset } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'

test('says that the connection is lost and since when, and shows what was missed once it is back', async ({
  signIn,
}) => {
  const priya = await newHandset()
  const page = await signIn('supervisor', { at: '/messages' })
  await expect(page.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible()
  await page.context().route('**/api/twilio/sync**', (route) => route.abort())
  await page.reload()
  await expect(page.getByText('Connection lost.')).toBeVisible()
  await expect(page.getByText(/What you see is from \d+:\d\d/)).toBeVisible()

  const words = `Are you there ${priya.phoneNumber.slice(-4)}?`
  await priya.text(words)
  await page.context().unroute('**/api/twilio/sync**')
  await expect(page.getByRole('list', { name: 'Conversations' })).toContainText(words)
  await expect(page.getByText('Connection lost.')).toBeHidden()
})

test('a server that fails is an error with a way on, not an empty page', async ({ signIn }) => {
  const page = await signIn()
  const failure = { error: { code: 'internal', message: 'Something went wrong on our side.', requestId: 'request-1' } }
  await page.route('**/api/twilio/calls?**', (route) => route.fulfill({ status: 403, json: failure }))
  await page.route('**/api/twilio/calls', (route) => route.fulfill({ status: 403, json: failure }))
  await page.goto('/calls')
  const alert = page.getByRole('alert').filter({ hasText: 'The calls could not be read.' })
  await expect(alert).toContainText('Something went wrong on our side.')
  await expect(alert.getByRole('button', { name: 'Copy the request id' })).toBeVisible()
  await page.unrouteAll()
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toBeHidden()
})
