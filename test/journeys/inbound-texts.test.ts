import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasOpenRefusal } from '@/lib/services/opt-outs/has-open-refusal'
import { startJourney, type Journey } from '../helpers/start-journey'

const patience = { timeout: 10_000 }
let journey: Journey
let handsets = 0
let gina: string

beforeAll(async () => {
  journey = await startJourney({ role: 'all' })
})
afterAll(() => journey.close())
beforeEach(async () => {
  handsets += 1
  gina = `+1415555${String(6000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: gina } })
})

const text = async (body: string) => {
  await journey.advance(1_000)
  await journey.control(`/phones/${encodeURIComponent(gina)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body },
  })
}
const suggestions = async () =>
  (await journey.api(`/sms/opt-outs/suggestions?phoneNumber=${encodeURIComponent(gina)}`)).body.items
const ledger = async () => (await journey.api(`/sms/opt-outs?phoneNumber=${encodeURIComponent(gina)}`)).body.items
const settle = (id: string, verb: 'confirm' | 'dismiss') =>
  journey.api(`/sms/opt-outs/suggestions/${id}/${verb}`, { method: 'POST' })
const isHeld = async () => {
  const client = await journey.server.installation.database.pool.connect()
  try {
    return await hasOpenRefusal({ client }, gina)
  } finally {
    client.release()
  }
}

describe('a refusal in plain words', () => {
  test('is shown with the words that say so, and confirmed goes into the ledger', async () => {
    await text('Thanks, but please stop texting me.')
    await text('I said remove me from your list')
    await expect.poll(async () => (await suggestions()).length, patience).toBe(1)
    const [suggestion] = await suggestions()
    expect(suggestion).toMatchObject({ status: 'open', phrase: 'stop texting me', phoneNumber: gina })
    expect(await isHeld()).toBe(true)

    const confirmed = await settle(suggestion.id, 'confirm')
    expect(confirmed.body).toMatchObject({ status: 'confirmed' })
    expect(await ledger()).toMatchObject([
      { kind: 'opted_out', source: 'manual', words: 'Thanks, but please stop texting me.' },
    ])
    expect(await isHeld()).toBe(false)
    expect((await settle(suggestion.id, 'dismiss')).status).toBe(409)
    const refused = await journey.api('/messages', { method: 'POST', body: { to: gina, body: 'One more thing' } })
    expect(refused.status).toBe(422)
  })

  test('that a person dismisses leaves the ledger alone', async () => {
    await text('wrong number')
    await expect.poll(async () => (await suggestions()).length, patience).toBe(1)
    const [{ id }] = await suggestions()
    expect((await settle(id, 'dismiss')).body).toMatchObject({ status: 'dismissed' })
    expect(await ledger()).toEqual([])
    expect(await isHeld()).toBe(false)
  })

  test('is settled by STOP, and by START the other way', async () => {
    await text('do not contact me again')
    await expect.poll(isHeld, patience).toBe(true)
    await text('STOP')
    await expect.poll(async () => (await suggestions())[0].status, patience).toBe('confirmed')
    await text('START')
    await text('leave me alone')
    await expect.poll(isHeld, patience).toBe(true)
    await text('START')
    await expect
      .poll(async () => (await suggestions()).map((item: { status: string }) => item.status), patience)
      .toEqual(['dismissed', 'confirmed'])
  })

  test('is told to the screens, and neither STOP nor an ordinary text is one', async () => {
    await text('stop by my office tomorrow')
    await text('please stop messaging me')
    await expect.poll(async () => (await suggestions()).length, patience).toBe(1)
    const told = await journey.rows(
      `select data -> 'suggestion' ->> 'words' as words from twilio_events
       where type = 'opt_out.suggested' and data -> 'suggestion' ->> 'phoneNumber' = $1`,
      [gina],
    )
    expect(told).toEqual([{ words: 'please stop messaging me' }])
  })
})
