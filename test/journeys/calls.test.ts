import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reconcileStaleCalls } from '@/lib/services/calls/reconcile-stale-calls'
import { reconcileUnknownCalls } from '@/lib/services/calls/reconcile-unknown-calls'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let handsets = 0
let boris: string
const desk = '+14155558800'

beforeAll(async () => {
  journey = await startJourney({ env: { TWILIO_DEFAULT_TRANSFER_NUMBER: desk } })
})
afterAll(() => journey.close())

beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  boris = `+1415555${String(8000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: boris } })
})

const place = (extra: object = {}) => journey.api('/calls', { method: 'POST', body: { to: boris, ...extra } })
const ringing = async (phoneNumber: string) =>
  (await journey.control(`/phones/${encodeURIComponent(phoneNumber)}/calls`))[0]
const answer = (callSid: string) => journey.control(`/calls/${callSid}/answer`, { method: 'POST' })
const hangUp = (callSid: string) => journey.control(`/calls/${callSid}/hangup`, { method: 'POST' })
const callsOf = async (phoneNumber: string) =>
  (await journey.api(`/calls?phoneNumber=${encodeURIComponent(phoneNumber)}`)).body.items
const reconcile = () =>
  reconcileUnknownCalls({ ...journey.server.installation, actor: { type: 'job', task: 'test' }, requestId: 'test' })
const reconcileStale = () =>
  reconcileStaleCalls({ ...journey.server.installation, actor: { type: 'job', task: 'test' }, requestId: 'test' })

async function talk() {
  const { body } = await place()
  await journey.advance(2_000)
  await answer(body.callSid)
  await journey.advance(8_000)
  return body.callSid as string
}

describe('placing a call', () => {
  test('rings the handset, is answered, lasts and ends; the list follows', async () => {
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: boris, name: 'Boris' } })
    const placed = await place()
    expect(placed).toMatchObject({
      status: 201,
      body: {
        status: 'queued',
        direction: 'outbound',
        to: boris,
        from: journey.ourNumber,
        contactName: 'Boris',
        endedAt: null,
      },
    })
    const { callSid, id } = placed.body
    expect(callSid).toMatch(/^CA[0-9a-f]{32}$/)

    await journey.advance(2_000)
    expect(await ringing(boris)).toMatchObject({ callSid, status: 'ringing' })
    expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({ id, status: 'ringing' })
    expect((await journey.api('/calls?active=true')).body.items.map((call: { id: string }) => call.id)).toContain(id)

    await answer(callSid)
    await journey.advance(5_000)
    expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({
      status: 'in-progress',
      answeredAt: expect.any(String),
    })

    await hangUp(callSid)
    await journey.advance(5_000)
    const over = (await journey.api(`/calls/${callSid}`)).body
    expect(over).toMatchObject({ id, status: 'completed', endedAt: expect.any(String), errorMessage: null })
    expect(over.durationSeconds).toBeGreaterThanOrEqual(5)
    expect((await journey.api('/calls?active=true')).body.items.map((call: { id: string }) => call.id)).not.toContain(
      id,
    )

    const types = await journey.rows(`select type from twilio_events where data -> 'call' ->> 'id' = $1 order by id`, [
      id,
    ])
    expect(types.map((row) => row.type)).toEqual(
      expect.arrayContaining(['call.queued', 'call.ringing', 'call.answered', 'call.ended']),
    )
    const timeline = (await journey.api(`/calls/${callSid}/timeline`)).body.items
    expect(timeline[0]).toMatchObject({ kind: 'requested', text: `Call to ${boris} requested` })
    const lines = timeline.map((line: { text: string }) => line.text)
    expect(lines).toEqual(expect.arrayContaining(['Ringing', 'Answered', 'Ended']))
  })

  test('that nobody takes ends as busy, with nothing left active', async () => {
    const { body } = await place()
    await journey.advance(2_000)
    await journey.control(`/calls/${body.callSid}/decline`, { method: 'POST' })
    await journey.advance(2_000)
    expect((await journey.api(`/calls/${body.callSid}`)).body).toMatchObject({
      status: 'busy',
      endedAt: expect.any(String),
    })
    expect(
      await journey.api(`/calls/${body.callSid}`, { method: 'PATCH', body: { status: 'completed' } }),
    ).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', message: 'This call is already over.' } },
    })
  })

  test('that Twilio refuses is answered and listed with the reason', async () => {
    await journey.faults({
      on: 'request',
      method: 'POST',
      path: '/Calls',
      action: 'fail',
      status: 400,
      code: 21215,
      times: 1,
    })
    const refused = await place()
    expect(refused).toMatchObject({
      status: 502,
      body: { error: { twilioCode: 21215, message: expect.stringMatching(/switched off/) } },
    })
    expect(await callsOf(boris)).toMatchObject([
      {
        status: 'failed',
        callSid: null,
        errorCode: 21215,
        errorMessage: refused.body.error.message,
        endedAt: expect.any(String),
      },
    ])
  })

  test('whose answer was lost is settled by its callbacks: it rings once and is listed once', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Calls', action: 'reset-after', times: 1 })
    const placed = await place()
    expect(placed).toMatchObject({
      status: 202,
      body: { callSid: null, errorMessage: expect.stringMatching(/did not confirm/) },
    })
    await journey.advance(2_000)
    const [call, ...more] = await callsOf(boris)
    expect(more).toEqual([])
    expect(call).toMatchObject({
      id: placed.body.id,
      status: 'ringing',
      callSid: (await ringing(boris)).callSid,
      errorMessage: null,
    })
  })

  test('whose answer and callbacks were lost is settled from Twilio’s list', async () => {
    await journey.faults(
      { on: 'request', method: 'POST', path: '/Calls', action: 'reset-after', times: 1 },
      { on: 'callback', kind: 'call-status', action: 'drop' },
    )
    const placed = await place()
    await journey.advance(2_000)
    await reconcile()
    expect(await callsOf(boris)).toMatchObject([
      { id: placed.body.id, callSid: (await ringing(boris)).callSid, errorMessage: null },
    ])
  })

  test('that never reached Twilio is said to have failed, after a while, and can be placed again', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Calls', action: 'reset-before', times: 1 })
    const placed = await place({ machineDetection: 'Enable' })
    await journey.advance(16 * 60_000)
    await reconcile()
    expect(await callsOf(boris)).toMatchObject([
      { id: placed.body.id, status: 'failed', errorMessage: expect.stringMatching(/never reached Twilio/) },
    ])
    const { body: open } = await journey.api('/operations?open=true&kind=call.place')
    const operation = open.items.find((item: { subject: string }) => item.subject === placed.body.id)
    expect((await journey.api(`/operations/${operation.id}/retry`, { method: 'POST' })).status).toBe(200)
    await journey.advance(2_000)
    expect(await ringing(boris)).toMatchObject({ status: 'ringing' })
    expect(
      await journey.rows(`select request from twilio_call_logs where to_number = $1 order by id desc limit 1`, [boris]),
    ).toMatchObject([{ request: { machineDetection: 'Enable' } }])
  })
})

describe('a call in progress', () => {
  test('is hung up from here', async () => {
    const callSid = await talk()
    expect((await journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { status: 'completed' } })).status).toBe(
      200,
    )
    await journey.advance(2_000)
    expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({ status: 'completed' })
    expect(await ringing(boris)).toMatchObject({ callSid, status: 'completed' })
    const timeline = (await journey.api(`/calls/${callSid}/timeline`)).body.items
    expect(timeline.map((line: { text: string }) => line.text)).toContain('Hung up from here')
  })

  test('is transferred: the other phone rings and the new leg is listed below it', async () => {
    const callSid = await talk()
    const clara = '+14155558900'
    const transferred = await journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { transferTo: clara } })
    expect(transferred.status).toBe(200)
    await journey.advance(3_000)
    expect(await ringing(clara)).toMatchObject({ status: 'ringing' })
    expect((await journey.api(`/calls/${callSid}`)).body.status).toBe('in-progress')
    expect(await callsOf(clara)).toMatchObject([{ parentCallSid: callSid, status: 'ringing' }])
  })

  test('takes nothing but hanging up and transferring', async () => {
    const callSid = await talk()
    expect((await journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { status: 'busy' } })).status).toBe(400)
    expect((await journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { transferTo: '123' } })).status).toBe(400)
    expect(
      (await journey.api(`/calls/CA${'0'.repeat(32)}`, { method: 'PATCH', body: { status: 'completed' } })).status,
    ).toBe(404)
    expect((await journey.api('/calls/nonsense')).status).toBe(400)
  })
})

describe('a call whose end was never reported', () => {
  // A document of the caller's own, so that nothing but status callbacks tells of the call.
  let documents: Server
  let url: string
  beforeAll(async () => {
    documents = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/xml').end('<Response><Pause length="3600"/></Response>')
    })
    await new Promise<void>((resolve) => documents.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(documents.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    documents.closeAllConnections()
    documents.close()
  })

  const lostEnd = async () => {
    await journey.faults({ on: 'callback', kind: 'call-status', action: 'drop' })
    const { body } = await place({ url })
    await journey.advance(2_000)
    await answer(body.callSid)
    await journey.advance(8_000)
    await hangUp(body.callSid)
    await journey.advance(1_000)
    expect((await journey.api(`/calls/${body.callSid}`)).body.endedAt).toBeNull()
    return body as { id: string; callSid: string }
  }
  const over = {
    status: 'completed',
    answeredAt: expect.any(String),
    endedAt: expect.any(String),
    durationSeconds: expect.any(Number),
  }

  test('is looked up after some minutes of silence: it ends here too, once, with its event and its line', async () => {
    const { id, callSid } = await lostEnd()
    await reconcileStale()
    expect((await journey.api(`/calls/${callSid}`)).body.endedAt).toBeNull()
    await journey.advance(4 * 60_000)
    await reconcileStale()
    await reconcileStale()
    expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({ id, ...over })
    expect(
      await journey.rows(`select type from twilio_events where data -> 'call' ->> 'id' = $1 and type = 'call.ended'`, [
        id,
      ]),
    ).toHaveLength(1)
    const timeline = (await journey.api(`/calls/${callSid}/timeline`)).body.items
    expect(timeline.map((line: { text: string }) => line.text)).toContain('Ended')
  })

  test('ends here as soon as somebody hangs up', async () => {
    const { id, callSid } = await lostEnd()
    const patched = await journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { status: 'completed' } })
    expect(patched).toMatchObject({ status: 409, body: { error: { message: 'This call is already over.' } } })
    expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({ id, ...over })
  })

  test('is left alone while it lasts, and asked about ever less often', async () => {
    const { callSid } = (await place({ url })).body
    await journey.advance(2_000)
    await answer(callSid)
    const asked = async () => {
      const [row] = await journey.rows('select updated_at from twilio_call_logs where call_sid = $1', [callSid])
      return row.updated_at.getTime()
    }
    await journey.advance(50 * 60_000)
    await reconcileStale()
    const first = await asked()
    expect(first).toBe(journey.clock.now().getTime())
    await journey.advance(4 * 60_000)
    await reconcileStale()
    expect(await asked()).toBe(first)
    expect((await journey.api(`/calls/${callSid}`)).body).toMatchObject({ status: 'in-progress', endedAt: null })
  })
})

describe('the list of calls', () => {
  test('is paged newest first, without gaps or repeats, and filtered', async () => {
    const placed: string[] = []
    for (let count = 0; count < 5; count += 1) placed.push((await place()).body.id)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await journey.api(
        `/calls?limit=2&phoneNumber=${encodeURIComponent(boris)}${cursor ? `&cursor=${cursor}` : ''}`,
      )
      expect(page.body.syncCursor).toMatch(/^\d+$/)
      seen.push(...page.body.items.map((call: { id: string }) => call.id))
      cursor = page.body.nextCursor
    }
    expect(seen.toSorted()).toEqual(placed.toSorted())
    expect((await journey.api('/calls?direction=inbound&limit=200')).body.items).toEqual([])
    expect((await journey.api('/calls?limit=500')).status).toBe(400)
    expect((await journey.api('/calls?cursor=abc')).status).toBe(400)
  })
})
