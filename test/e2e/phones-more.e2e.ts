import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { wavHeader } from '../../emulator/recordings/wav.ts'
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'

const firm = '+14155550100'
const dana = '+14155550123'
const sam = '+14155550124'

const answers: Record<string, string> = {
  '/sms': '<Message>Thank you.</Message>',
  '/voice': '<Dial><Conference beep="false">Interview</Conference></Dial>',
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Half a second of a tone, as 8 kHz WAV. */
const tone = (() => {
  const samples = Buffer.alloc(8000)
  for (let at = 0; at < 4000; at += 1) samples.writeInt16LE(Math.round(4000 * Math.sin(at / 4)), at * 2)
  return Buffer.concat([wavHeader(samples.length, 1), samples])
})()

let emulator: Emulator
let application: Server

test.beforeEach(async () => {
  application = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url === '/map.png') return void response.writeHead(200, { 'Content-Type': 'image/png' }).end(pixel)
      if (request.url === '/hello.wav') return void response.writeHead(200, { 'Content-Type': 'audio/wav' }).end(tone)
      const answer = answers[request.url ?? ''] ?? ''
      response.writeHead(200, { 'Content-Type': 'text/xml' }).end(`<Response>${answer}</Response>`)
    })
  })
  await new Promise<void>((resolve) => application.listen(0, '127.0.0.1', resolve))
  emulator = await startEmulator({ port: 0, timing: { sayPerCharacter: 1 } })
  const list = await askTwilio('GET', `IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(firm)}`)
  const [number] = list['incoming_phone_numbers'] as { sid: string }[]
  const urls = { SmsUrl: `${origin()}/sms`, VoiceUrl: `${origin()}/voice` }
  await askTwilio('POST', `IncomingPhoneNumbers/${number!.sid}.json`, urls)
  await addPhone(dana, 'Dana Reyes')
  await addPhone(sam, 'Sam Okafor')
})

test.afterEach(async () => {
  await emulator.close()
  application.closeAllConnections()
  application.close()
})

async function twilio(method: string, path: string, form?: Record<string, string> | URLSearchParams) {
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

const origin = () => `http://127.0.0.1:${(application.address() as AddressInfo).port}`

const handset = (page: Page, name: string) => page.getByRole('article', { name })

test('faults are chosen in plain words, strike, and are removed', async ({ page }) => {
  await page.goto(emulator.url)
  await page.getByRole('button', { name: 'Emulator', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Emulator' })
  await panel.getByLabel('What goes wrong').selectOption({ label: 'Requests are too many (429)' })
  await panel.getByRole('button', { name: 'Set this fault' }).click()
  const active = panel.getByRole('list', { name: 'Active faults' })
  await expect(active.getByRole('listitem')).toHaveText(['Requests are too many (429).'])
  expect((await twilio('GET', 'Messages.json')).status).toBe(429)

  await panel.getByLabel('What goes wrong').selectOption({ label: 'A number gets no texts' })
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

test('a picture is sent from a handset and another received, both seen', async ({ page }) => {
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await phone.getByRole('button', { name: 'Attach a picture' }).click()
  await phone.getByRole('button', { name: 'A badge' }).click()
  await expect(phone.getByRole('img', { name: 'A badge' })).toBeVisible()
  await expectAccessible(page)
  await phone.getByLabel('Text message').fill('My license')
  await phone.getByLabel('Text message').press('Enter')
  const sent = phone.getByRole('listitem').filter({ hasText: 'My license' }).getByRole('img', { name: 'Attached, 1' })
  const size = () => sent.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
  await expect.poll(size).toEqual([640, 480])

  const list = await askTwilio('GET', `Messages.json?From=${encodeURIComponent(dana)}`)
  const [message] = list['messages'] as { sid: string; num_media: string }[]
  expect(message!.num_media).toBe('1')
  const media = await askTwilio('GET', `Messages/${message!.sid}/Media.json`)
  expect(media['media_list']).toMatchObject([{ content_type: 'image/jpeg' }])

  const picture = `${origin()}/map.png`
  const sends = new URLSearchParams({ To: dana, From: firm, Body: 'The way to us' })
  sends.append('MediaUrl', picture)
  sends.append('MediaUrl', 'https://example.com/directions.pdf')
  await twilio('POST', 'Messages.json', sends)
  const received = phone.getByRole('listitem').filter({ hasText: 'The way to us' })
  await expect(received.getByRole('img', { name: 'Attached, 1' })).toBeVisible()
  await expect(received.getByRole('link', { name: 'directions.pdf' })).toHaveAttribute(
    'href',
    'https://example.com/directions.pdf',
  )
  await expectAccessible(page)
})

test('a conference is seen and heard from each leg', async ({ page }) => {
  await page.goto(emulator.url)
  const [first, second] = [handset(page, 'Dana Reyes'), handset(page, 'Sam Okafor')]
  const sids: string[] = []
  for (const from of [dana, sam]) {
    const path = `${emulator.url}/emulator/phones/${encodeURIComponent(from)}/calls`
    const call = await (await fetch(path, { method: 'POST', body: JSON.stringify({ to: firm }) })).json()
    sids.push((call as { callSid: string }).callSid)
    const name = from === dana ? 'Dana Reyes' : 'Sam Okafor'
    await expect(handset(page, name).getByRole('heading', { name: 'Conference Interview' })).toBeVisible()
  }
  await expect(first.getByText('You are heard. You hear Sam Okafor.')).toBeVisible()
  await expect(second.getByRole('list', { name: 'In Interview' }).getByRole('listitem')).toHaveText([
    'Dana Reyes',
    'You',
  ])
  await first.getByLabel('Say something').fill('Good morning, Sam.')
  await first.getByRole('button', { name: 'Say', exact: true }).click()
  await expect(second.getByRole('log')).toContainText('Dana Reyes: Good morning, Sam.')
  await expectAccessible(page)

  const list = await askTwilio('GET', 'Conferences.json?FriendlyName=Interview')
  const [room] = list['conferences'] as { sid: string }[]
  await askTwilio('POST', `Conferences/${room!.sid}/Participants/${sids[0]}.json`, { Muted: 'true' })
  await expect(first.getByText('You are muted: nobody hears you. You hear Sam Okafor.')).toBeVisible()
  await expect(second.getByText('You are heard. You hear nobody.')).toBeVisible()
  await askTwilio('POST', `Conferences/${room!.sid}/Participants/${sids[0]}.json`, { Hold: 'true' })
  await expect(second.getByRole('list', { name: 'In Interview' })).toContainText('on hold, muted')
  await first.getByRole('button', { name: 'Hang up' }).click()
  await expect(second.getByRole('list', { name: 'In Interview' }).getByRole('listitem')).toHaveText(['You'])
})

test('a handset tells the local time of its person', async ({ page }) => {
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await phone.getByRole('tab', { name: 'Settings' }).click()
  await phone.getByLabel('Time zone of this person').selectOption('Pacific/Kiritimati')
  await page.getByRole('button', { name: 'Emulator', exact: true }).click()
  await page.getByText('Stands still').click()
  await fetch(`${emulator.url}/emulator/clock`, { method: 'POST', body: '{"now":"2026-06-01T20:30:00Z"}' })
  await expect(phone.getByText('Local time: Tue 10:30 AM')).toBeVisible()
  await expectAccessible(page)
})

const ring = (to: string, twiml: string, more: Record<string, string> = {}) =>
  askTwilio('POST', 'Calls.json', { To: to, From: firm, Twiml: `<Response>${twiml}</Response>`, ...more })

async function change(phoneNumber: string, settings: object) {
  const path = `${emulator.url}/emulator/phones/${encodeURIComponent(phoneNumber)}`
  await fetch(path, { method: 'PATCH', body: JSON.stringify(settings) })
}

test('a call is heard in earnest: a Play sounds in the page, and spoken words reach the call', async ({ page }) => {
  await page.addInitScript(() => {
    class Listener extends EventTarget {
      start() {
        const results = [[{ transcript: 'I would like the sales department', confidence: 0.42 }]]
        queueMicrotask(() => {
          this.dispatchEvent(Object.assign(new Event('result'), { results }))
          this.dispatchEvent(new Event('end'))
        })
      }
      stop() {}
      abort() {}
    }
    const sounded: string[] = []
    class ToldAudio extends Audio {
      constructor(url: string) {
        super(url)
        sounded.push(new URL(this.src).searchParams.get('url') ?? '')
      }
    }
    Object.assign(globalThis, {
      SpeechRecognition: undefined,
      webkitSpeechRecognition: Listener,
      Audio: ToldAudio,
      sounded,
    })
  })
  const sounded = () => page.evaluate(() => (globalThis as unknown as { sounded: string[] }).sounded)
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await ring(dana, `<Play>${origin()}/hello.wav</Play><Gather input="speech" action="${origin()}/said" timeout="60"/>`)
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /^data:image\/svg/)
  await phone.getByRole('button', { name: 'Answer' }).click()
  await expect(phone.getByText('Waiting for you')).toBeVisible()
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /icon/)
  expect(await sounded(), 'silence until somebody asks for sound').toEqual([])
  await phone.getByRole('button', { name: 'Play hello.wav' }).click()
  await expect(phone.getByRole('button', { name: 'Stop hello.wav' })).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Play hello.wav' }), 'when it has sounded to its end').toBeVisible()
  await expectAccessible(page)

  await phone.getByRole('button', { name: 'Speak instead of typing' }).click()
  const said = () => fetch(`${emulator.url}/emulator/webhooks`).then((response) => response.json())
  await expect
    .poll(async () =>
      ((await said()) as { url: string; parameters: object }[]).find(({ url }) => url.endsWith('/said')),
    )
    .toMatchObject({ parameters: { SpeechResult: 'I would like the sales department', Confidence: '0.42' } })

  await phone.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Speak calls' }).click()
  await ring(dana, `<Play>${origin()}/hello.wav</Play><Pause length="60"/>`)
  await phone.getByRole('button', { name: 'Answer' }).click()
  await expect.poll(sounded, 'by hand, then by itself').toEqual([`${origin()}/hello.wav`, `${origin()}/hello.wav`])
})

test('a browser without ears says so, and typing stays', async ({ page }) => {
  await page.addInitScript(() =>
    Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined }),
  )
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await ring(dana, '<Pause length="60"/>')
  await phone.getByRole('button', { name: 'Answer' }).click()
  await expect(phone.getByRole('button', { name: 'This browser does not understand speech: type' })).toBeDisabled()
  await phone.getByLabel('Say something').fill('Hello')
  await expect(phone.getByRole('button', { name: 'Say', exact: true })).toBeEnabled()
})

test('texts, missed calls and voicemails are counted until somebody looks', async ({ page }) => {
  for (let place = 0; place < 18; place += 1) await addPhone(`+14155551${200 + place}`, `Person ${place}`)
  const [texted, called, recorded] = ['+14155551203', '+14155551204', '+14155551205'] as const
  await change(recorded, { onCall: 'voicemail', timeZone: 'Europe/Berlin' })
  await askTwilio('POST', 'Messages.json', { From: firm, To: texted, Body: 'Monday at 9.' })
  await ring(called, '', { Timeout: '5' })
  await ring(recorded, '<Say>Please call us back.</Say>')
  await emulator.clock.advance(30_000)

  await page.goto(emulator.url)
  const all = page.getByRole('list', { name: 'Handsets' }).getByRole('listitem')
  await expect(all).toHaveCount(12)
  await expect(all.filter({ hasText: 'Person 3' })).toContainText('1 new text')
  await expect(all.filter({ hasText: 'Person 4' })).toContainText('1 missed call')
  await expect(all.filter({ hasText: 'Person 5' })).toContainText('1 voicemail')
  await expect(page).toHaveTitle('(3) Phones')
  await page.getByRole('button', { name: 'Show 8 more' }).click()
  await expect(all).toHaveCount(20)
  await expectAccessible(page)

  await page.getByLabel('Find a handset').fill('Person 5')
  await expect(all).toHaveCount(1)
  await all.getByRole('button').click()
  const phone = handset(page, 'Person 5')
  await expect(phone.getByRole('tab', { name: 'Phone 1 new' })).toBeVisible()
  await phone.getByRole('tab', { name: /^Phone/ }).click()
  await phone.getByRole('button', { name: /Voicemail/ }).click()
  await expect(phone.getByRole('log')).toContainText('Please call us back.')
  await expect(page).toHaveTitle('(2) Phones')
  await page.getByLabel('Find a handset').fill('Person 3')
  await all.getByRole('button').click()
  await expect(page).toHaveTitle('(1) Phones')
})

test('a file is sent as a picture, another handset is no way, a webhook is copied as curl', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(emulator.url)
  const phone = handset(page, 'Dana Reyes')
  await phone.getByRole('button', { name: 'Attach a picture' }).click()
  const choice = phone.getByLabel('Choose a file…')
  await choice.setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(512_001) })
  await expect(phone.getByRole('alert')).toHaveText('A file that is no JPEG, PNG or GIF may have 500 kB at most.')
  await choice.setInputFiles({ name: 'license.png', mimeType: 'image/png', buffer: pixel })
  await expect(phone.getByRole('img', { name: 'license.png' })).toBeVisible()
  await expectAccessible(page)
  await phone.getByRole('button', { name: 'Send' }).click()
  const sent = phone.getByRole('listitem').getByRole('img', { name: 'Attached, 1' })
  await expect.poll(() => sent.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)

  await phone.getByLabel('With').selectOption({ label: 'Another number…' })
  await phone.getByLabel('Number to text').fill(sam)
  await phone.getByLabel('Text message').fill('Hi Sam')
  await phone.getByLabel('Text message').press('Enter')
  await expect(phone.getByRole('alert')).toContainText('Sam Okafor is a handset too')

  await page.getByRole('button', { name: 'Webhooks', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Webhooks' })
  await panel.getByRole('button', { name: /^sms/ }).click()
  await panel.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible()
  const command = await page.evaluate(() => navigator.clipboard.readText())
  expect(command).toContain(`curl -X POST '${origin()}/sms'`)
  expect(command).toContain("-H 'X-Twilio-Signature: ")
  expect(command).toContain(`--data-urlencode 'From=${dana}'`)
})
