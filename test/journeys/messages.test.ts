import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let handsets = 0
let anna: string

beforeAll(async () => {
  journey = await startJourney()
})
afterAll(() => journey.close())

beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  anna = `+1415555${String(7000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: anna } })
})

const send = (body: string, to = anna) => journey.api('/messages', { method: 'POST', body: { to, body } })

describe('sending a text', () => {
  test('reaches the handset, and is shown as delivered', async () => {
    const sent = await send('Can you come on Tuesday?')
    expect(sent).toMatchObject({
      status: 201,
      body: {
        direction: 'outbound',
        status: 'queued',
        to: anna,
        from: journey.ourNumber,
        numSegments: 1,
        errorMessage: null,
      },
    })
    expect(sent.body.messageSid).toMatch(/^SM[0-9a-f]{32}$/)

    await journey.advance(5_000)
    expect(await journey.textsOf(anna)).toMatchObject([{ body: 'Can you come on Tuesday?', from: journey.ourNumber }])
    const thread = await journey.api(`/messages/conversations/${sent.body.conversationId}/messages`)
    expect(thread.body.items).toMatchObject([
      { id: sent.body.id, messageSid: sent.body.messageSid, status: 'delivered' },
    ])
  })
})
