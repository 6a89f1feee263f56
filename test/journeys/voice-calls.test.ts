import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
const desk = '+14155558899'
let callers = 0

beforeAll(async () => {
  journey = await startJourney({ env: { TWILIO_DEFAULT_TRANSFER_NUMBER: desk } })
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: desk } })
})
afterAll(() => journey.close())

/** Somebody new calls our number and listens until the desk rings. */
async function callUs() {
  callers += 1
  const caller = `+1415555${String(7000 + callers)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: caller } })
  const { callSid } = await journey.control(`/phones/${encodeURIComponent(caller)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  await journey.advance(12_000)
  return { caller, callSid: callSid as string }
}

const act = (callSid: string, action: string, body: object = {}) =>
  journey.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
const heardOn = async (callSid: string): Promise<string> =>
  (await journey.control(`/calls/${callSid}`)).heard.map((entry: { text?: string }) => entry.text ?? '').join(' ')
const deskLeg = async () => (await journey.control(`/phones/${encodeURIComponent(desk)}/calls`))[0]
/** Lets time pass until the call waits for that deed of its person. */
async function until(callSid: string, waitingFor: string) {
  for (let second = 0; second < 60; second += 1) {
    if ((await journey.control(`/calls/${callSid}`)).waitingFor === waitingFor) return
    await journey.advance(1_000)
  }
  throw new Error(`the call never waited for ${waitingFor}`)
}
const row = async (callSid: string) =>
  (await journey.rows('select * from twilio_call_logs where call_sid = $1', [callSid]))[0]
const announced = async (callSid: string) =>
  (await journey.rows(`select type from twilio_events where data->'call'->>'callSid' = $1 order by id`, [callSid])).map(
    ({ type }) => type,
  )

describe('a caller', () => {
  test('is greeted and put through; who picks up hears the whisper first; the list follows both legs', async () => {
    const { caller, callSid } = await callUs()
    expect(await heardOn(callSid)).toContain('Thank you for calling.')
    const leg = await deskLeg()
    expect(leg).toMatchObject({ status: 'ringing', from: caller })

    await act(leg.callSid, 'answer')
    await until(leg.callSid, 'gather')
    await act(leg.callSid, 'digits', { digits: '1' })
    await journey.advance(20_000)
    expect(await heardOn(leg.callSid)).toContain('A call for you. Press 1 to take it.')
    expect(await row(callSid)).toMatchObject({ status: 'in-progress', direction: 'inbound', from_number: caller })
    expect(await row(leg.callSid)).toMatchObject({
      status: 'in-progress',
      direction: 'outbound',
      parent_call_sid: callSid,
    })

    await act(leg.callSid, 'hangup')
    await journey.advance(20_000)
    expect(await heardOn(callSid)).toContain('Thank you. Goodbye.')
    expect(await row(callSid)).toMatchObject({ status: 'completed', ended_at: expect.any(Date) })
    expect(await row(leg.callSid)).toMatchObject({ status: 'completed' })
    expect(await announced(callSid)).toEqual(['call.ringing', 'call.answered', 'call.ended'])
    expect(await announced(leg.callSid)).toEqual(['call.queued', 'call.ringing', 'call.answered', 'call.ended'])

    const { items } = (await journey.api(`/calls/${callSid}/timeline`)).body
    const own = items.filter((line: { callSid: string }) => line.callSid === callSid)
    expect(own.map((line: { text: string }) => line.text)).toEqual([`Call from ${caller}`, 'Answered', 'Ended'])
  })

  test('whom nobody answers leaves a message, which is kept', async () => {
    const { callSid } = await callUs()
    const leg = await deskLeg()
    await until(callSid, 'record')
    expect(await row(leg.callSid)).toMatchObject({ status: 'no-answer' })
    expect(await heardOn(callSid)).toContain('Please leave a message after the tone.')
    await act(callSid, 'record', { seconds: 9, text: 'Please call me back.' })
    await journey.advance(30_000)
    expect(await heardOn(callSid)).toContain('Your message was recorded.')
    expect(await journey.rows('select * from twilio_recordings where call_sid = $1', [callSid])).toMatchObject([
      { status: 'completed', source: 'RecordVerb', duration_seconds: expect.any(Number) },
    ])
    expect(await row(callSid)).toMatchObject({ status: 'completed' })
  })

  test('whose call a machine picks up leaves the message with us: it presses no key', async () => {
    const { callSid } = await callUs()
    const leg = await deskLeg()
    await act(leg.callSid, 'answer')
    await until(callSid, 'record')
    expect(await row(leg.callSid)).toMatchObject({ status: 'completed' })
    expect(await heardOn(callSid)).toContain('Please leave a message after the tone.')
    await act(callSid, 'hangup')
    await journey.advance(10_000)
  })

  test('who hangs up while it rings ends both legs', async () => {
    const { callSid } = await callUs()
    const leg = await deskLeg()
    await act(callSid, 'hangup')
    await journey.advance(10_000)
    expect(await row(callSid)).toMatchObject({ status: 'completed' })
    expect(await row(leg.callSid)).toMatchObject({ status: 'canceled' })
  })

  test('whose webhooks come twice, late and out of order leaves the same rows', async () => {
    await journey.faults(
      { on: 'callback', action: 'duplicate', probability: 0.6 },
      { on: 'callback', action: 'reorder', probability: 0.6 },
    )
    const { callSid } = await callUs()
    const leg = await deskLeg()
    await act(leg.callSid, 'answer')
    await journey.advance(20_000)
    await act(callSid, 'hangup')
    await journey.advance(60_000)
    await journey.control('/faults', { method: 'DELETE' })
    expect(await row(callSid)).toMatchObject({ status: 'completed' })
    expect(await row(leg.callSid)).toMatchObject({ status: 'completed', parent_call_sid: callSid })
    for (const sid of [callSid, leg.callSid]) {
      const types = await announced(sid)
      expect(new Set(types).size).toBe(types.length)
      expect(types.at(-1)).toBe('call.ended')
    }
  })
})
