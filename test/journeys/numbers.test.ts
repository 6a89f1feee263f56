import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OurNumber } from '@/shared/schemas/number'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey

beforeAll(async () => {
  journey = await startJourney()
  await journey.api('/numbers/sync', { method: 'POST' })
})
afterAll(() => journey.close())

const twilio = async (path: string, init: { method?: string; body?: Record<string, string> } = {}) => {
  const { emulator } = journey
  const answer = await fetch(`${emulator.url}/2010-04-01/Accounts/${emulator.accountSid}/${path}`, {
    method: init.method ?? 'GET',
    headers: { Authorization: `Basic ${btoa(`${emulator.accountSid}:${emulator.authToken}`)}` },
    ...(init.body ? { body: new URLSearchParams(init.body) } : {}),
  })
  return (answer.status === 204 ? {} : await answer.json()) as Record<string, unknown>
}
const messaging = async (path: string, body: Record<string, string>) => {
  const { emulator } = journey
  const answer = await fetch(`${emulator.url}/messaging/v1/${path}`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${emulator.accountSid}:${emulator.authToken}`)}` },
    body: new URLSearchParams(body),
  })
  return answer.json() as Promise<{ sid: string }>
}
const numbers = async (): Promise<OurNumber[]> => (await journey.api('/numbers')).body.items
const numberOf = async (phoneNumber: string) => (await numbers()).find((one) => one.phoneNumber === phoneNumber)!
const available = async (query: string) => (await journey.api(`/numbers/available?${query}`)).body.items
const buy = (phoneNumber: string) => journey.api('/numbers', { method: 'POST', body: { phoneNumber } })
const release = (id: string, query: Record<string, string>) =>
  journey.api(`/numbers/${id}?${new URLSearchParams(query)}`, { method: 'DELETE' })

describe('how a number stands at Twilio', () => {
  test('is compared when asked and never changed by that; what is wrong is named and repaired on demand', async () => {
    const { id, phoneNumberSid } = await numberOf(journey.otherNumber)
    const elsewhere = 'https://demo.twilio.com/welcome/voice/'
    await twilio(`IncomingPhoneNumbers/${phoneNumberSid}.json`, {
      method: 'POST',
      body: { VoiceUrl: elsewhere, SmsMethod: 'GET' },
    })
    expect(await journey.api('/numbers/check', { method: 'POST' })).toMatchObject({ status: 200 })
    const found = await numberOf(journey.otherNumber)
    expect(found.checkedAt).not.toBeNull()
    expect(found.problems.map(({ setting, kind }) => `${setting} ${kind}`)).toEqual([
      'voice elsewhere',
      'voice_fallback elsewhere',
      'status retries',
      'texts elsewhere',
      'texts_fallback elsewhere',
    ])
    expect(await twilio(`IncomingPhoneNumbers/${phoneNumberSid}.json`)).toMatchObject({ voice_url: elsewhere })

    const repaired = await journey.api(`/numbers/${id}/repair`, { method: 'POST' })
    expect(repaired).toMatchObject({ status: 200, body: { problems: [] } })
    expect(await twilio(`IncomingPhoneNumbers/${phoneNumberSid}.json`)).toMatchObject({
      voice_url: expect.stringContaining('/api/twilio/webhooks/voice#ct='),
      voice_fallback_url: expect.stringContaining('/api/twilio/webhooks/voice/fallback#ct='),
      status_callback: expect.stringContaining('/api/twilio/webhooks/call-status#ct='),
      sms_method: 'POST',
      sms_fallback_url: expect.stringContaining('/api/twilio/webhooks/sms/fallback#ct='),
    })
    const [entry] = await journey.rows(`select details from audit_log where action = 'number.repair'`)
    expect(entry.details).toMatchObject({ before: { voiceUrl: elsewhere } })
  })
})

describe('a number whose addresses fail', () => {
  test('still brings us its calls and texts by the others', async () => {
    const { phoneNumberSid } = await numberOf(journey.otherNumber)
    const nowhere = { VoiceUrl: 'http://127.0.0.1:9/voice', SmsUrl: 'http://127.0.0.1:9/sms' }
    await twilio(`IncomingPhoneNumbers/${phoneNumberSid}.json`, { method: 'POST', body: nowhere })
    const phone = '+12125557301'
    await journey.control('/phones', { method: 'POST', body: { phoneNumber: phone } })
    const at = `/phones/${encodeURIComponent(phone)}`
    await journey.control(`${at}/messages`, {
      method: 'POST',
      body: { to: journey.otherNumber, body: 'Anybody there?' },
    })
    const { callSid } = await journey.control(`${at}/calls`, { method: 'POST', body: { to: journey.otherNumber } })
    await journey.advance(5_000)
    expect(await journey.rows('select body from twilio_messages where from_number = $1', [phone])).toEqual([
      { body: 'Anybody there?' },
    ])
    const { heard } = await journey.control(`/calls/${callSid}`)
    expect(heard[0].text).toMatch(/^(Thank you for calling|Nobody can take your call)/)
    await journey.control(`/calls/${callSid}/hangup`, { method: 'POST' })
    const { id } = await numberOf(journey.otherNumber)
    expect((await journey.api(`/numbers/${id}/repair`, { method: 'POST' })).body.problems).toEqual([])
  })
})

describe('a number at Twilio', () => {
  test('whose messaging service takes the texts, and one that left the account, are named', async () => {
    const { id, phoneNumberSid } = await numberOf(journey.otherNumber)
    const service = await messaging('Services', { FriendlyName: 'Pool', InboundRequestUrl: 'https://old.example.com/' })
    await messaging(`Services/${service.sid}/PhoneNumbers`, { PhoneNumberSid: phoneNumberSid! })
    const [{ phoneNumber }] = await available('country=US&areaCode=212&contains=55501')
    const left = (await buy(phoneNumber)).body
    await twilio(`IncomingPhoneNumbers/${left.phoneNumberSid}.json`, { method: 'DELETE' })

    await journey.api('/numbers/check', { method: 'POST' })
    const overridden = [{ setting: 'messaging_service', kind: 'overridden', found: service.sid, wanted: '' }]
    expect((await numberOf(journey.otherNumber)).problems).toEqual(overridden)
    // The service serves other numbers too: a repair leaves it as it is, and goes on naming it.
    expect((await journey.api(`/numbers/${id}/repair`, { method: 'POST' })).body.problems).toEqual(overridden)
    expect((await numberOf(phoneNumber)).problems).toMatchObject([{ setting: 'account', kind: 'absent' }])

    await messaging(`Services/${service.sid}`, { UseInboundWebhookOnNumber: 'true' })
    expect((await journey.api(`/numbers/${id}/check`, { method: 'POST' })).body).toMatchObject({ id, problems: [] })
    expect((await journey.api(`/numbers/${crypto.randomUUID()}/check`, { method: 'POST' })).status).toBe(404)
    expect((await release(left.id, { confirm: phoneNumber })).status).toBe(204)
  })
})

describe('who builds flows', () => {
  test('says which numbers they answer, and changes nothing else of a number', async () => {
    const { id } = await numberOf(journey.otherNumber)
    const key = (await journey.api('/api-keys', { method: 'POST', body: { name: 'Flows', role: 'supervisor' } })).body
    const asSupervisor = (answer: object) =>
      journey.api(`/numbers/${id}`, {
        method: 'PATCH',
        headers: { Authorization: `Bearer ${key.secret}` },
        body: { answer },
      })
    const flow = (await journey.api('/ivr/flows', { method: 'POST', body: { name: 'Jobs' } })).body
    expect((await asSupervisor({ textFlowId: flow.id })).status).toBe(200)
    expect((await numberOf(journey.otherNumber)).answer.textFlowId).toBe(flow.id)
    expect((await asSupervisor({ textFlowId: null, greeting: 'Mine now.' })).status).toBe(403)
    expect((await asSupervisor({ flowId: crypto.randomUUID() })).status).toBe(400)

    await journey.api(`/numbers/${id}`, {
      method: 'PATCH',
      body: { answer: { closed: { next: 'flow', flowId: flow.id } } },
    })
    expect((await asSupervisor({ textFlowId: null })).status).toBe(200)
    expect(await journey.api(`/ivr/flows/${flow.id}`, { method: 'DELETE' })).toMatchObject({ status: 409 })
  })
})

describe('a number', () => {
  test('is found, bought once however often it is asked for, and rings us at once', async () => {
    const [offer] = await available('country=US&areaCode=415')
    expect(offer).toMatchObject({ capabilities: { voice: true }, monthlyPrice: expect.any(Number), currency: 'USD' })
    const { phoneNumber } = offer
    const [bought, again] = [await buy(phoneNumber), await buy(phoneNumber)]
    expect(bought).toMatchObject({ status: 201, body: { phoneNumber, problems: [] } })
    expect(again.body.id).toBe(bought.body.id)
    expect((await numbers()).filter((one) => one.phoneNumber === phoneNumber)).toHaveLength(1)

    const caller = '+12125557001'
    await journey.control('/phones', { method: 'POST', body: { phoneNumber: caller } })
    const { callSid } = await journey.control(`/phones/${encodeURIComponent(caller)}/calls`, {
      method: 'POST',
      body: { to: phoneNumber },
    })
    await journey.advance(3_000)
    expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({ to: phoneNumber, direction: 'inbound' })
    await journey.control(`/calls/${callSid}/hangup`, { method: 'POST', body: {} })
    await journey.advance(3_000)
  })

  test('of whose purchase no answer came is found in the account, not bought again', async () => {
    const [{ phoneNumber }] = await available('country=US&areaCode=212')
    await journey.faults({
      on: 'request',
      method: 'POST',
      path: '/IncomingPhoneNumbers',
      action: 'reset-after',
      times: 1,
    })
    const bought = await buy(phoneNumber)
    expect(bought).toMatchObject({ status: 201, body: { phoneNumber } })
    const listed = (await twilio('IncomingPhoneNumbers.json?PageSize=1000')).incoming_phone_numbers as {
      phone_number: string
    }[]
    expect(listed.filter((one) => one.phone_number === phoneNumber)).toHaveLength(1)
  })

  test('is given back only by its own name, not while it is used, never the main one; its history stays', async () => {
    const [{ phoneNumber }] = await available('country=US&areaCode=212&contains=5550')
    const { id } = (await buy(phoneNumber)).body
    expect((await release(id, { confirm: 'yes' })).status).toBe(400)
    await journey.rows(
      `update twilio_phone_numbers set answer = '{"flowId": "019aa000-0000-7000-8000-000000000001"}' where id = $1`,
      [id],
    )
    expect(await release(id, { confirm: phoneNumber })).toMatchObject({
      status: 409,
      body: { error: { message: 'The number is still used: a flow answers its calls.' } },
    })
    const say = { name: 'bye', type: 'say-play', properties: { say: `Call ${phoneNumber}.` } }
    const definition = { initial_state: 'bye', states: [say] }
    await journey.api('/ivr/flows', { method: 'POST', body: { name: 'Names it', definition } })
    const keyword = { name: 'Jobs', match: 'any', ourNumber: phoneNumber, replyBody: 'Thank you.' }
    expect((await journey.api('/sms/keywords', { method: 'POST', body: keyword })).status).toBe(201)
    const rule = { id: crypto.randomUUID(), direction: null, ourNumber: phoneNumber, flowId: null, personId: null }
    const rules = { rules: [{ ...rule, record: false, notice: null }], onDemandNotice: null, requestedNotice: null }
    expect((await journey.api('/recording-rules', { method: 'PUT', body: { basedOn: 0, rules } })).status).toBe(200)
    const { id: other } = await numberOf(journey.otherNumber)
    await journey.api(`/numbers/${other}`, { method: 'PATCH', body: { answer: { transferTo: phoneNumber } } })
    const uses = [
      'a flow answers its calls',
      'the keyword rule “Jobs” is for it',
      '1 recording rule is for it',
      'the flow “Names it” names it',
      `calls to ${journey.otherNumber} ring it`,
    ]
    expect((await journey.api(`/numbers/${id}/uses`)).body).toEqual({ items: uses })
    expect(await release(id, { confirm: phoneNumber })).toMatchObject({
      status: 409,
      body: { error: { details: { uses } } },
    })
    await journey.api(`/numbers/${other}`, { method: 'PATCH', body: { answer: { transferTo: null } } })
    expect((await release(id, { confirm: phoneNumber, force: 'true' })).status).toBe(204)
    expect(await numberOf(phoneNumber)).toBeUndefined()
    expect(await journey.rows('select released_at from twilio_phone_numbers where id = $1', [id])).toEqual([
      { released_at: expect.any(Date) },
    ])
    expect((await release(id, { confirm: phoneNumber })).status).toBe(404)
    const main = await numberOf(journey.ourNumber)
    expect((await release(main.id, { confirm: main.phoneNumber, force: 'true' })).status).toBe(409)
    // Bought again, it is ours again, with its history.
    expect((await buy(phoneNumber)).body.id).toBe(id)
  })

  test('that nobody sells is refused in Twilio’s sense, and a country is asked for by its name', async () => {
    expect((await buy(journey.ourNumber)).status).toBe(201)
    await journey.control('/phones', { method: 'POST', body: { phoneNumber: '+14155557777' } })
    expect((await buy('+14155557777')).status).toBe(502)
    expect((await journey.api('/numbers/available?country=usa')).status).toBe(400)
  })
})
