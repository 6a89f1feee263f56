import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTwilioService } from '@/lib/services/twilio'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
const erik = '+14155555901'
const fina = '+14155555902'

beforeAll(async () => {
  journey = await startJourney()
  for (const phoneNumber of [erik, fina]) await journey.control('/phones', { method: 'POST', body: { phoneNumber } })
})
afterAll(() => journey.close())

describe('createTwilioService, as the specification shows it', () => {
  test('makes a call', async () => {
    const twilioService = createTwilioService()
    const call = await twilioService.makeCall({
      to: erik,
      from: journey.ourNumber,
      url: `${journey.server.url}/api/twilio/webhooks/voice`,
    })
    expect(call).toMatchObject({
      sid: expect.stringMatching(/^CA/),
      status: 'queued',
      to: erik,
      from: journey.ourNumber,
    })
    expect(call.callSid).toBe(call.sid)
    await journey.advance(2_000)
    expect((await journey.control(`/phones/${encodeURIComponent(erik)}/calls`))[0]).toMatchObject({ callSid: call.sid })
    await journey.control(`/calls/${call.sid}/answer`, { method: 'POST' })
    await journey.advance(2_000)

    const list = await twilioService.listCalls({ phoneNumber: erik })
    expect(list.items).toMatchObject([{ id: call.id, callSid: call.sid }])
    await twilioService.hangUp(String(call.sid))
    await journey.advance(2_000)
    expect(await twilioService.getCall(String(call.sid))).toMatchObject({ sid: call.sid, status: 'completed' })
  })

  test('sends a text, through permission and the ledger', async () => {
    const twilioService = createTwilioService()
    const message = await twilioService.sendSMS({ to: fina, body: 'Hello from The Well Recruiting Solutions!' })
    expect(message).toMatchObject({ sid: expect.stringMatching(/^SM/), status: 'queued', from: journey.ourNumber })
    await journey.advance(5_000)
    expect(await journey.textsOf(fina)).toMatchObject([{ body: 'Hello from The Well Recruiting Solutions!' }])
    expect(await twilioService.fetchMessage(String(message.sid))).toMatchObject({ id: message.id, status: 'delivered' })
    expect((await twilioService.listMessages({ phoneNumber: fina })).items).toHaveLength(1)
    expect(
      await journey.rows('select purpose, verdict, actor from permission_verdicts where to_number = $1', [fina]),
    ).toEqual([{ purpose: 'service', verdict: 'allowed', actor: 'system' }])

    await journey.api('/sms/opt-outs', { method: 'POST', body: { phoneNumber: fina } })
    await expect(twilioService.sendSMS({ to: fina, body: 'Again' })).rejects.toMatchObject({ code: 'opted_out' })
  })

  test('says in a sentence what it was given wrong', async () => {
    const twilioService = createTwilioService()
    await expect(twilioService.sendSMS({ to: 'nobody', body: 'x' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/^to: Write the number as/),
    })
    await expect(twilioService.getCall(`CA${'0'.repeat(32)}`)).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('without a server in the process the service takes its settings from the environment, and gets over a bad start', async () => {
  const { config } = journey.server.installation
  vi.resetModules()
  for (const [name, value] of Object.entries({
    NODE_ENV: 'test',
    DATABASE_URL: config.databaseUrl,
    PUBLIC_URL: config.publicOrigin,
    TWILIO_ACCOUNT_SID: journey.emulator.accountSid,
    TWILIO_AUTH_TOKEN: journey.emulator.authToken,
    TWILIO_PHONE_NUMBER: journey.ourNumber,
    TWILIO_API_BASE_URL: journey.emulator.url,
    EVA_SECRET: config.secret,
    LOG_LEVEL: 'silent',
  })) {
    vi.stubEnv(name, value)
  }
  const fresh = await import('@/lib/services/twilio')
  const service = fresh.createTwilioService()
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:9/nothing')
  await expect(service.listMessages()).rejects.toThrow('ECONNREFUSED')
  vi.stubEnv('DATABASE_URL', config.databaseUrl)
  const message = await service.sendSMS({ to: erik, body: 'From a script' })
  expect(message.sid).toMatch(/^SM/)
  await service.close()
  vi.unstubAllEnvs()
  await journey.advance(5_000)
  expect((await journey.textsOf(erik)).map((text: { body: string }) => text.body)).toContain('From a script')
})
