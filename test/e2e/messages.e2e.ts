import { expect } from '@playwright/test'
import { newHandset } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'

const texts = 'Texts'

test('a text appears at once, the answer is delivered, and both tabs see it', async ({ signIn }) => {
  const dana = await newHandset('Dana Whitfield')
  const page = await signIn()
  await page.getByRole('link', { name: 'Messages' }).first().click()
  await expect(page.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible()
  const otherTab = await page.context().newPage()
  await otherTab.goto('/messages')
  await expect(otherTab.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible()

  const words = `Is the job ${dana.phoneNumber.slice(-4)} still open?`
  await dana.text(words)
  const row = page.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: words })
  await expect(row).toContainText('Dana Whitfield')
  await expect(row).toContainText('1 unread')
  await row.click()
  const thread = page.getByRole('region', { name: texts })
  await expect(thread).toContainText(words)
  await expect(row).not.toContainText('unread')

  await page.getByLabel('Text', { exact: true }).fill('It is. Are you free tomorrow?')
  await page.getByLabel('Text', { exact: true }).press('Enter')
  await expect(thread).toContainText('It is. Are you free tomorrow?')
  await expect(thread.getByText('Delivered')).toBeVisible()
  await expect(thread.getByText('It is. Are you free tomorrow?')).toHaveCount(1)
  expect((await dana.received()).map((message) => message.body)).toContain('It is. Are you free tomorrow?')

  const otherRow = otherTab.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: 'Dana' })
  await expect(otherRow.filter({ hasText: 'It is. Are you free tomorrow?' })).toBeVisible()
})

test('who opted out is not texted, and the composer says why', async ({ signIn }) => {
  const tom = await newHandset()
  const page = await signIn('agent')
  await tom.text('Who is this?')
  await page.goto(`/messages/new?to=${encodeURIComponent(tom.phoneNumber)}`)
  await expect(page.getByLabel('Text', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: texts })).toContainText('Who is this?')
  await tom.text('STOP')
  await expect(page.getByText('This person asked not to be texted.')).toBeVisible()
  await expect(page.getByLabel('Text', { exact: true })).toBeHidden()
  await tom.text('START')
  await expect(page.getByLabel('Text', { exact: true })).toBeVisible()
})

test('a text to a new number is written and sent by keyboard alone', async ({ signIn }) => {
  const grace = await newHandset()
  const page = await signIn('agent')
  await page.keyboard.press('m')
  await expect(page.getByLabel('To', { exact: true })).toBeFocused()
  await page.keyboard.type(grace.phoneNumber.replace('+1', ''))
  const composer = page.getByLabel('Text', { exact: true })
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(composer).toBeFocused({ timeout: 50 })
  }).toPass()
  await page.keyboard.type('Good morning – are you free?')
  await expect(page.getByText('“–” makes each segment 70 characters')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send', exact: true })).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/messages\/[0-9a-f-]{36}/)
  await expect(page.getByRole('region', { name: texts }).getByText('Delivered')).toBeVisible()
  expect((await grace.received()).map((message) => message.body)).toEqual(['Good morning – are you free?'])
})

test('a text whose answer is lost is not shown as sent, and trying again sends it once', async ({ signIn }) => {
  const sam = await newHandset()
  const page = await signIn()
  await sam.text('Hello')
  await page.goto(`/messages/new?to=${encodeURIComponent(sam.phoneNumber)}`)
  const thread = page.getByRole('region', { name: texts })
  await expect(thread).toContainText('Hello')
  // The request reaches the server; neither its answer nor any live event comes back.
  await page.route('**/api/twilio/messages', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    return route.abort('connectionreset')
  })
  await page.getByLabel('Text', { exact: true }).fill('See you at ten')
  await page.getByLabel('Text', { exact: true }).press('Enter')
  await expect(thread.getByText('Not sure it was sent')).toBeVisible()
  await expect(thread.getByText(/^(Sent|Delivered)$/)).toHaveCount(0)
  await page.unroute('**/api/twilio/messages')
  await thread.getByRole('button', { name: 'Try again safely' }).click()
  await expect(thread.getByText('Delivered')).toBeVisible()
  await expect(thread.getByText('See you at ten')).toHaveCount(1)
  expect((await sam.received()).filter((message) => message.body === 'See you at ten')).toHaveLength(1)
})

test('a text that comes while one reads further up waits behind a pill', async ({ signIn }) => {
  const liam = await newHandset()
  const page = await signIn()
  for (let n = 1; n <= 25; n += 1) await liam.text(`line ${n} of what I wanted to say`)
  await page.goto(`/messages/new?to=${encodeURIComponent(liam.phoneNumber)}`)
  const thread = page.getByRole('region', { name: texts })
  await expect(thread.getByText('line 25 of')).toBeVisible()
  // While texts still come in, the thread goes back to its end: one reads further up once it is at rest.
  await expect(async () => {
    await thread.hover()
    await page.mouse.wheel(0, -600)
    await expect(thread.getByText('line 25 of')).not.toBeInViewport({ timeout: 1_000 })
  }).toPass()
  await liam.text('one more thing')
  await page.getByRole('button', { name: '1 new' }).click()
  await expect(thread.getByText('one more thing')).toBeInViewport()
})
