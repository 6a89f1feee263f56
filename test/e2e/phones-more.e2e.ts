import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts'

const firm = '+14155550100'
const dana = '+14155550123'
const sam = '+14155550124'

const answers: Record<string, string> = {
  '/sms': '<Message>Thank you.</Message>',
  '/voice': '<Dial><Conference beep="false">Interview</Conference></Dial>',
}

let emulator: Emulator
let application: Server

test.beforeEach(async () => {
  application = createServer((request, response) => {
    request.resume().on('end', () => {
      const answer = answers[request.url ?? ''] ?? ''
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end(`<Response>${answer}</Response>`)
    })
  })
  await new Promise<void>((resolve) => application.listen(0, '127.0.0.1', resolve))
  emulator = await startEmulator({ port: 0, timing: { sayPerCharacter: 1 } })
  const origin = `http://127.0.0.1:${(application.address() as AddressInfo).port}`
  const list = await askTwilio('GET', `IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(firm)}`)
  const [number] = list['incoming_phone_numbers'] as { sid: string }[]
  const urls = { SmsUrl: `${origin}/sms`, VoiceUrl: `${origin}/voice` }
  await askTwilio('POST', `IncomingPhoneNumbers/${number!.sid}.json`, urls)
  await addPhone(dana, 'Dana Reyes')
  await addPhone(sam, 'Sam Okafor')
})

test.afterEach(async () => {
  await emulator.close()
  application.closeAllConnections()
  application.close()
})

async function twilio(method: string, path: string, form?: Record<string, string>) {
  const credentials = Buffer.from(`${emulator.accountSid}:${emulator.authToken}`).toString('base64')
  return fetch(`${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/${path}`, {
    method,
    headers: { Authorization: `Basic ${credentials}` },
    body: form ? new URLSearchParams(form) : null,
  })
}

async function askTwilio(method: string, path: string, form?: Record<string, string>) {
  const response = await twilio(method, path, form)
  expect(response.ok, `${method} ${path}`).toBe(true)
  return (await response.json()) as Record<string, unknown>
}

async function addPhone(phoneNumber: string, name: string) {
  await fetch(`${emulator.url}/emulator/phones`, { method: 'POST', body: JSON.stringify({ phoneNumber, name }) })
}

const handset = (page: Page, name: string) => page.getByRole('article', { name })

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

test('faults are chosen in plain words, strike, and are removed', async ({ page }) => {
  await page.goto(emulator.url)
  await page.getByRole('button', { name: 'Emulator', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Emulator' })
  await panel.getByLabel('What goes wrong').selectOption({ label: 'are too many (429)' })
  await panel.getByRole('button', { name: 'Set this fault' }).click()
  const active = panel.getByRole('list', { name: 'Active faults' })
  await expect(active.getByRole('listitem')).toHaveText(['Requests are too many (429).'])
  expect((await twilio('GET', 'Messages.json')).status).toBe(429)

  await panel.getByLabel('What goes wrong').selectOption({ label: 'gets no texts' })
  await panel.getByLabel('Whose number').selectOption(sam)
  await panel.getByLabel('Twilio’s error').selectOption('30006')
  await panel.getByLabel('How often, in %').fill('40')
  await panel.getByLabel('Seed of chance').fill('7')
  await panel.getByRole('button', { name: 'Set this fault' }).click()
  await expect(active.getByRole('listitem')).toHaveText([
    'Requests are too many (429).',
    '+1 415 555 0124 gets no texts (error 30006), 40 % of the time.',
  ])
  expect(await (await fetch(`${emulator.url}/emulator/faults`)).json()).toMatchObject({
    seed: 7,
    rules: [{ status: 429 }, { on: 'number', phoneNumber: sam, errorCode: 30006, probability: 0.4 }],
  })
  await expectAccessible(page)

  await panel.getByRole('button', { name: 'Remove: Requests are too many (429).' }).click()
  await expect(active.getByRole('listitem')).toHaveCount(1)
  expect((await twilio('GET', 'Messages.json')).status).toBe(200)
  await panel.getByRole('button', { name: 'Remove all faults' }).click()
  await expect(active).toBeHidden()
  expect(await (await fetch(`${emulator.url}/emulator/faults`)).json()).toMatchObject({ rules: [] })
})
