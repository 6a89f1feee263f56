import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '@/lib/context'
import { recoverMissed } from '@/lib/services/recoveries/recover-missed'
import { startJourney, type Journey } from '../helpers/start-journey'
import { webhookSender } from '../helpers/webhook-sender'

const minute = 60_000
let journey: Journey
let ctx: Context
let nina: string
let handsets = 0

beforeAll(async () => {
  journey = await startJourney()
  ctx = { ...journey.server.installation, actor: { type: 'job', task: 'recover-missed' }, requestId: 'test' }
  await newHandset()
  await away()
  await say('Before you were there')
  await back()
  await journey.advance(10 * minute)
  await recover()
})
afterAll(() => journey.close())
beforeEach(newHandset)

async function newHandset() {
  nina = `+1415555${String(6000 + (handsets += 1))}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: nina } })
}

/** Twilio's side: where the webhooks of our numbers go. */
async function pointNumbers(origin: string) {
  const { url, accountSid, authToken } = journey.emulator
  const account = `${url}/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers`
  const headers = { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` }
  const { incoming_phone_numbers: numbers } = await (await fetch(`${account}.json`, { headers })).json()
  for (const { sid } of numbers) {
    const body = new URLSearchParams({
      VoiceUrl: `${origin}/api/twilio/webhooks/voice`,
      SmsUrl: `${origin}/api/twilio/webhooks/sms`,
      StatusCallback: `${origin}/api/twilio/webhooks/call-status`,
    })
    await fetch(`${account}/${sid}.json`, { method: 'POST', headers, body })
  }
}
/** We cannot be reached. */
const away = () => pointNumbers('http://127.0.0.1:9')
const back = () => pointNumbers(journey.server.url)
const recover = () => recoverMissed(ctx)
const say = (body: string, mediaUrls: string[] = []) =>
  journey.control(`/phones/${encodeURIComponent(nina)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body, ...(mediaUrls.length > 0 ? { mediaUrls } : {}) },
  })
const textsOfNina = async () => (await journey.api(`/messages?phoneNumber=${encodeURIComponent(nina)}`)).body.items
const conversation = async () =>
  (await journey.api(`/messages/conversations?q=${encodeURIComponent(nina)}`)).body.items[0]
const recoveries = async () => (await journey.api('/recoveries')).body.items
const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)
const dismissAll = async () => {
  for (const { id } of await recoveries()) await journey.api(`/recoveries/${id}/dismiss`, { method: 'POST' })
}

describe('texts that came while we could not be reached', () => {
  test('are there afterwards, each once, at their time, unread, and somebody is told', async () => {
    await away()
    await say('First')
    const firstAt = journey.clock.now()
    await journey.advance(12 * minute)
    await say('Second, with a picture', ['https://example.com/cv.png'])
    const lastAt = journey.clock.now()
    await journey.advance(5 * minute)
    await back()
    await recover()

    const texts = await textsOfNina()
    expect(texts.map((text: { body: string }) => text.body)).toEqual(['Second, with a picture', 'First'])
    expect(seconds(texts[1].createdAt)).toBe(Math.floor(firstAt.getTime() / 1000))
    expect(await conversation()).toMatchObject({ unreadCount: 2, lastMessagePreview: 'Second, with a picture' })
    const [recovery] = await recoveries()
    expect(recovery).toMatchObject({ texts: 2, calls: 0, recordings: 0 })
    expect(seconds(recovery.firstAt)).toBe(Math.floor(firstAt.getTime() / 1000))
    expect(seconds(recovery.lastAt)).toBe(Math.floor(lastAt.getTime() / 1000))
    expect((await journey.api('/overview')).body.recoveries).toBe(1)

    const { status } = await journey.api(`/recoveries/${recovery.id}/dismiss`, { method: 'POST' })
    expect(status).toBe(200)
    expect((await journey.api(`/recoveries/${recovery.id}/dismiss`, { method: 'POST' })).status).toBe(404)
    expect(await recoveries()).toEqual([])
    expect(
      await journey.rows(`select type from twilio_events where data ->> 'recoveryId' = $1 order by id`, [recovery.id]),
    ).toEqual([{ type: 'recovery.recorded' }, { type: 'recovery.dismissed' }])
  })

  test('are not there twice when their webhook comes after all, nor when two processes look at once', async () => {
    await away()
    await say('Only once')
    await journey.advance(5 * minute)
    await back()
    await Promise.all([recover(), recover()])
    await recover()
    const [text] = await textsOfNina()
    const send = webhookSender({
      url: journey.server.url,
      publicOrigin: journey.server.url,
      authToken: journey.emulator.authToken,
    })
    const brought = { MessageSid: text.messageSid, From: nina, To: journey.ourNumber, Body: 'Only once', NumMedia: '0' }
    expect((await send('sms', brought)).status).toBe(200)
    expect(await textsOfNina()).toHaveLength(1)
    expect(await conversation()).toMatchObject({ unreadCount: 1 })
    expect(await recoveries()).toMatchObject([{ texts: 1 }])
    await dismissAll()
  })

  test('count as any other: STOP opts out', async () => {
    await away()
    await say('STOP')
    await journey.advance(5 * minute)
    await back()
    await recover()
    expect((await journey.api('/messages', { method: 'POST', body: { to: nina, body: 'Hello' } })).status).toBe(422)
    await dismissAll()
  })

  test('wait while Twilio itself cannot be asked', async () => {
    await away()
    await say('Patience')
    await journey.advance(5 * minute)
    await back()
    await journey.faults({ on: 'request', method: 'GET', path: '/Messages', action: 'fail', status: 401, code: 20003 })
    await recover()
    expect(await textsOfNina()).toEqual([])
    await journey.control('/faults', { method: 'DELETE' })
    await recover()
    expect(await textsOfNina()).toMatchObject([{ body: 'Patience' }])
    await dismissAll()
  })
})

test('what came before our first start is never fetched', async () => {
  expect(await journey.rows(`select from twilio_messages where body = 'Before you were there'`)).toEqual([])
})

test('what is only just on its way is left to its webhook', async () => {
  await away()
  await say('A moment ago')
  await journey.advance(30_000)
  await recover()
  expect(await textsOfNina()).toEqual([])
  await back()
  await journey.advance(5 * minute)
  await recover()
  expect(await textsOfNina()).toHaveLength(1)
  await dismissAll()
})

test('a call that found nobody is listed with its times, and does not ring afterwards', async () => {
  await away()
  const { callSid } = await journey.control(`/phones/${encodeURIComponent(nina)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  await journey.advance(5 * minute)
  await back()
  await recover()
  const call = (await journey.api(`/calls/${callSid}`)).body
  expect(call).toMatchObject({ from: nina, direction: 'inbound' })
  expect(call.endedAt).not.toBeNull()
  expect(Date.parse(call.startedAt)).toBeLessThanOrEqual(Date.parse(call.endedAt))
  expect(await recoveries()).toMatchObject([{ texts: 0, calls: 1 }])
  expect(
    await journey.rows(`select type from twilio_events where data -> 'call' ->> 'callSid' = $1`, [callSid]),
  ).toEqual([{ type: 'call.ended' }])
  await dismissAll()
})

test('a recording whose end was never reported is listed with its call', async () => {
  await journey.faults({ on: 'callback', kind: 'recording-status', action: 'drop' })
  const { callSid } = await journey.control(`/phones/${encodeURIComponent(nina)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  const waitsFor = async () => (await journey.control(`/calls/${callSid}`)).waitingFor
  for (let second = 0; second < 40 && (await waitsFor()) !== 'record'; second += 1) await journey.advance(1_000)
  await journey.control(`/calls/${callSid}/record`, {
    method: 'POST',
    body: { seconds: 7, text: 'Please call me back.' },
  })
  await journey.advance(5 * minute)
  const known = () =>
    journey.rows(`select status, duration_seconds from twilio_recordings where call_sid = $1`, [callSid])
  expect(await known()).toEqual([])
  await recover()
  expect(await known()).toEqual([{ status: 'completed', duration_seconds: expect.any(Number) }])
  expect(await recoveries()).toMatchObject([{ texts: 0, calls: 0, recordings: 1 }])
  await journey.control('/faults', { method: 'DELETE' })
})
