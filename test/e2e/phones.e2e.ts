import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'

const firm = '+14155550100'
const dana = '+14155550123'
const sam = '+14155550124'

const answers: Record<string, string> = {
  '/sms': '<Message>Thank you. A recruiter will call you.</Message>',
  '/voice': '<Gather action="/chosen" timeout="60"><Say>For candidates, press 1. For clients, press 2.</Say></Gather>',
  '/chosen': '<Say>You are a client.</Say><Record maxLength="60" action="/recorded"/>',
  '/recorded': '<Say>Goodbye.</Say>',
}

let emulator: Emulator
let application: Server
let received: { path: string; parameters: URLSearchParams }[]

test.beforeEach(async () => {
  received = []
  application = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      received.push({ path, parameters: new URLSearchParams(body) })
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end(`<Response>${answers[path] ?? ''}</Response>`)
    })
  })
  await new Promise<void>((resolve) => application.listen(0, '127.0.0.1', resolve))
  emulator = await startEmulator({ port: 0, timing: { sayPerCharacter: 1 } })
  const origin = `http://127.0.0.1:${(application.address() as AddressInfo).port}`
  const list = await askTwilio('GET', `IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(firm)}`)
  const [number] = list['incoming_phone_numbers'] as { sid: string }[]
  await askTwilio('POST', `IncomingPhoneNumbers/${number!.sid}.json`, {
    SmsUrl: `${origin}/sms`,
    VoiceUrl: `${origin}/voice`,
  })
})

test.afterEach(async () => {
  await emulator.close()
  application.closeAllConnections()
  application.close()
})

async function askTwilio(method: string, path: string, form?: Record<string, string>) {
  const credentials = Buffer.from(`${emulator.accountSid}:${emulator.authToken}`).toString('base64')
  const response = await fetch(`${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/${path}`, {
    method,
    headers: { Authorization: `Basic ${credentials}` },
    body: form ? new URLSearchParams(form) : null,
  })
  expect(response.ok, `${method} ${path}`).toBe(true)
  return (await response.json()) as Record<string, unknown>
}

async function addPhone(phoneNumber: string, name: string) {
  await fetch(`${emulator.url}/emulator/phones`, { method: 'POST', body: JSON.stringify({ phoneNumber, name }) })
}

const ring = (to: string) =>
  askTwilio('POST', 'Calls.json', {
    To: to,
    From: firm,
    Twiml: '<Response><Say>Your interview is on Monday.</Say><Pause length="60"/></Response>',
  })

const handset = (page: Page, name: string) => page.getByRole('article', { name })

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page: Page, name: string) {
  const named = () =>
    page.evaluate(() => {
      const { activeElement } = document
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : null
      return activeElement?.getAttribute('aria-label') ?? label ?? activeElement?.textContent?.trim() ?? ''
    })
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await named()) === name) return
  }
  throw new Error(`Tab never reached "${name}"`)
}

test('a newcomer picks up a handset and texts the firm', async ({ page }) => {
  await page.goto(emulator.url)
  await expect(page.getByRole('heading', { name: 'Pick up a handset' })).toBeVisible()
  await expect(page.getByText('+1 415 555 0100')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Phone number').fill('4155550123')
  await page.getByRole('button', { name: 'Add handset' }).click()
  await expect(page.getByRole('alert')).toContainText('Start with + and the country code')
  await page.getByLabel('Phone number').fill('+1 (415) 555-0123')
  await page.getByRole('button', { name: 'Add handset' }).click()

  const phone = handset(page, 'Dana Reyes')
  await phone.getByLabel('Text message').fill('Is the job still open?')
  await phone.getByLabel('Text message').press('Enter')
  await expect(phone.getByRole('listitem').filter({ hasText: 'Is the job still open?' })).toContainText('received')
  await expect(phone.getByRole('listitem').filter({ hasText: 'A recruiter will call you.' })).toContainText('delivered')
  await expect(page.getByTestId('polite')).toContainText('Dana Reyes received a text from +1 415 555 0100')
  expect(received[0]).toMatchObject({ path: '/sms' })
  expect(received[0]?.parameters.get('From')).toBe(dana)
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Webhooks', exact: true }).click()
  await page.getByRole('complementary', { name: 'Webhooks' }).getByRole('button', { name: /^sms/ }).click()
  await expect(page.getByRole('complementary')).toContainText('X-Twilio-Signature')
  await expect(page.getByRole('complementary')).toContainText('<Message>Thank you.')
  await expectAccessible(page)
})

test('a call through the menu, with keys, a recording and hanging up', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await phone.getByRole('tab', { name: 'Phone' }).click()
  await phone.getByRole('button', { name: '+1 415 555 0100' }).click()
  await phone.getByRole('button', { name: 'Call', exact: true }).click()

  await expect(phone.getByText('For candidates, press 1.')).toBeVisible()
  await expect(phone.getByText('Waiting for you: press keys or say something')).toBeVisible()
  await expectAccessible(page)
  await phone.getByRole('button', { name: '2', exact: false }).first().click()
  await phone.getByRole('button', { name: '# hash' }).click()

  await expect(phone.getByText('You are a client.')).toBeVisible()
  await phone.getByLabel('What you say after the beep').fill('Please call me back.')
  await phone.getByLabel('Seconds').fill('7')
  await expectAccessible(page)
  await phone.getByRole('button', { name: 'Leave the recording' }).click()
  await expect(phone.getByText('You speak for 7 s.')).toBeVisible()
  await emulator.clock.advance(15_000)

  await expect(phone.getByText('Call ended')).toBeVisible()
  await expect(phone.getByText('Goodbye.')).toBeVisible()
  expect(received.find(({ path }) => path === '/chosen')?.parameters.get('Digits')).toBe('2')
  const recorded = received.find(({ path }) => path === '/recorded')?.parameters
  expect(recorded?.get('RecordingDuration'), 'without the silence before and after').toBe('7')
  await phone.getByRole('button', { name: 'Done' }).click()
  await expect(phone.getByRole('region', { name: 'Recent calls' })).toContainText('Call ended')
})

test('a ringing handset is answered, listened to and hung up by keyboard alone', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await addPhone(sam, 'Sam Okafor')
  await page.goto(emulator.url)
  const phone = handset(page, 'Sam Okafor')
  await expect(phone).toBeVisible()
  const { sid } = await ring(sam)

  await expect(phone.getByText('Incoming call')).toBeVisible()
  await expect(page.getByTestId('assertive')).toContainText('Sam Okafor is ringing: call from +1 415 555 0100.')
  await expect(page).toHaveTitle(/Ringing/)
  await expectAccessible(page)
  await tabTo(page, 'Answer')
  await page.keyboard.press('Enter')

  await expect(phone.getByText('Your interview is on Monday.')).toBeVisible()
  await expect(page).toHaveTitle('Phones')
  await tabTo(page, 'Hang up')
  await page.keyboard.press('Enter')
  await expect(phone.getByText('Call ended')).toBeVisible()
  expect(await askTwilio('GET', `Calls/${String(sid)}.json`)).toMatchObject({ status: 'completed' })
})

test('the number keys of the computer press the keypad', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await phone.getByRole('tab', { name: 'Messages' }).press('ArrowRight')
  await phone.getByLabel('Number to call').fill(firm)
  await phone.getByLabel('Number to call').press('Enter')
  await expect(phone.getByText('Waiting for you')).toBeVisible()
  await tabTo(page, '* star')
  await page.keyboard.type('2#')
  await expect(phone.getByText('You are a client.')).toBeVisible()
  expect(received.find(({ path }) => path === '/chosen')?.parameters.get('Digits')).toBe('2')
})

test('a handset set to decline does so by itself', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await phone.getByRole('tab', { name: 'Settings' }).click()
  await phone.getByLabel('Decline').check()
  await expect(phone.getByText('calls: decline')).toBeVisible()
  await expectAccessible(page)
  const { sid } = await ring(dana)
  await expect.poll(async () => (await askTwilio('GET', `Calls/${String(sid)}.json`))['status']).toBe('busy')
  await expect(phone.getByText('Busy')).toBeVisible()
})

test('a phone screen shows one handset at a time and says which one rings', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await addPhone(sam, 'Sam Okafor')
  await page.setViewportSize({ width: 375, height: 667 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(emulator.url)
  await expect(handset(page, 'Dana Reyes')).toBeVisible()
  await expect(handset(page, 'Sam Okafor')).toBeHidden()
  await ring(sam)
  await page.getByRole('button', { name: 'Sam Okafor is ringing' }).click()
  await expect(handset(page, 'Dana Reyes')).toBeHidden()
  await expectAccessible(page)
  await handset(page, 'Sam Okafor').getByRole('button', { name: 'Decline' }).click()
  await expect(handset(page, 'Sam Okafor').getByText('Busy')).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
})

test('a virtual clock moves on by hand, and a reset clears the desk', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await page.goto(emulator.url)
  await page.getByRole('button', { name: 'Emulator', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Emulator' })
  await panel.getByText('Stands still').click()
  await expect.poll(() => emulator.clock.mode).toBe('virtual')
  const before = emulator.clock.now()
  await panel.getByRole('button', { name: '+1 h' }).click()
  await expect.poll(() => emulator.clock.now() - before).toBe(3_600_000)
  await expectAccessible(page)

  await panel.getByRole('button', { name: 'Reset the emulator…' }).click()
  await panel.getByRole('button', { name: 'Forget it all' }).click()
  await expect(page.getByRole('heading', { name: 'Pick up a handset' })).toBeVisible()
  const phones = await (await fetch(`${emulator.url}/emulator/phones`)).json()
  expect(phones).toEqual([])
})

test('calls are spoken aloud only when asked for', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await page.addInitScript(() => {
    const spoken: string[] = []
    Object.assign(globalThis, { spoken })
    speechSynthesis.speak = ({ text }) => void spoken.push(text)
  })
  const spoken = () => page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken)
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await phone.getByRole('tab', { name: 'Phone' }).click()
  await phone.getByRole('button', { name: '+1 415 555 0100' }).click()
  await phone.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(phone.getByText('Waiting for you')).toBeVisible()
  expect(await spoken()).toEqual([])
  await page.getByRole('button', { name: 'Speak calls' }).click()
  await phone.getByRole('tab', { name: 'Messages' }).click()
  await page.evaluate(async () => {
    const calls = (await (await fetch('/emulator/calls')).json()) as { callSid: string }[]
    await fetch(`/emulator/calls/${calls[0]!.callSid}/digits`, { method: 'POST', body: '{"digits":"2#"}' })
  })
  await expect.poll(spoken).toEqual(['You are a client.'])
})

test('a page that loses the emulator says so, and reads everything anew when it is back', async ({ page }) => {
  await addPhone(dana, 'Dana Reyes')
  await page.goto(emulator.url)
  await expect(handset(page, 'Dana Reyes')).toBeVisible()
  const { port } = emulator
  await emulator.close()
  await expect(page.getByText('Reconnecting…')).toBeVisible()
  emulator = await startEmulator({ port })
  await addPhone(sam, 'Sam Okafor')
  await expect(page.getByText('Reconnecting…')).toBeHidden({ timeout: 15_000 })
  await expect(handset(page, 'Sam Okafor')).toBeVisible()
  await expect(handset(page, 'Dana Reyes')).toBeHidden()
})
