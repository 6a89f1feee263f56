import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { followCallBacks } from '@/lib/services/call-backs/follow-call-backs'
import { followUnreached } from '@/lib/services/call-retries/follow-unreached'
import { placeDueRetries } from '@/lib/services/call-retries/place-due-retries'
import { reconcileUnknownCalls } from '@/lib/services/calls/reconcile-unknown-calls'
import { followBatch } from '@/lib/services/followers/follow-batch'
import { settleRoom } from '@/lib/services/rooms/settle-room'
import { signInPeople, type SignedIn } from '../helpers/sign-in-people'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let people: SignedIn
let phones = 0
const desk = '+12125558870'
const minute = 60_000

beforeAll(async () => {
  journey = await startJourney({ env: { TWILIO_DEFAULT_TRANSFER_NUMBER: desk } })
  await journey.rows(`insert into twilio_event_followers (name, after) values ('call-retries', 0), ('call-backs', 0)`)
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: desk } })
  people = await signInPeople(journey, ['Maria Lopez'])
})
afterAll(() => journey.close())
beforeEach(() => journey.control('/faults', { method: 'DELETE' }))

const job = { actor: { type: 'job' as const, task: 'retry-calls' }, requestId: 'test' }
const phoneThat = async (onCall: 'answer' | 'decline' | 'ignore' | 'voicemail' | null) => {
  phones += 1
  const phoneNumber = `+1212556${String(1000 + phones)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber, onCall } })
  return phoneNumber
}
const place = (body: object) => journey.api('/calls', { method: 'POST', body })
const act = (callSid: string, action: string, body: object = {}) =>
  journey.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
const legsOf = (phone: string) => journey.control(`/phones/${encodeURIComponent(phone)}/calls`)
const callUs = (from: string) =>
  journey.control(`/phones/${encodeURIComponent(from)}/calls`, { method: 'POST', body: { to: journey.ourNumber } })
const change = (callSid: string, body: object) => journey.api(`/calls/${callSid}`, { method: 'PATCH', body })
const linesOf = async (callSid: string): Promise<string[]> =>
  (await journey.api(`/calls/${callSid}/timeline`)).body.items.map(({ text }: { text: string }) => text)

/** What follows from the log, and what the minute's round does. */
async function later(milliseconds: number) {
  await journey.advance(milliseconds)
  await followBatch(journey.server.installation, followUnreached, 1_000)
  await placeDueRetries({ ...journey.server.installation, ...job })
  await journey.advance(3_000)
  await followBatch(journey.server.installation, followUnreached, 1_000)
}
const retriesTo = async (phone: string, open = true) =>
  (await journey.api(`/calls/retries?open=${open}&phoneNumber=${encodeURIComponent(phone)}`)).body.items
const settings = async () => (await journey.api('/call-settings')).body

describe('a call that reached nobody', () => {
  test('for which our own phone was rung first is tried again so: our phone first, then theirs, and once', async () => {
    const [own, to] = [await phoneThat(null), await phoneThat('decline')]
    const takeOwn = async () => {
      await journey.advance(2_000)
      const [{ callSid }] = await legsOf(own)
      await act(callSid, 'answer')
      await until(callSid, 'gather')
      await act(callSid, 'digits', { digits: '1' })
      await journey.advance(2_000)
      const { roomId } = (await journey.api(`/calls/${callSid}`)).body
      // They are called, and do not take it: whoever waits for them is told so.
      const settle = () => settleRoom({ ...journey.server.installation, ...job }, { roomId })
      await settle()
      await later(10_000)
      await settle()
      await later(10_000)
    }
    const placed = await people.api('Maria Lopez')('/calls', {
      method: 'POST',
      body: { to, ringFirst: own, retry: true },
    })
    expect(placed).toMatchObject({ status: 201, body: { to: own } })
    await takeOwn()
    expect(await retriesTo(to)).toMatchObject([{ status: 'planned', attempt: 1, ended: 'busy' }])
    expect(await retriesTo(own)).toEqual([])
    await later(16 * minute)
    expect(await legsOf(own)).toHaveLength(2)
    expect(await legsOf(to)).toHaveLength(1)
    await takeOwn()
    const [done] = await retriesTo(to, false)
    expect(done).toMatchObject({ status: 'placed', attempt: 1, placedCallSid: expect.stringMatching(/^CA/) })
    expect((await journey.api(`/calls/${done.placedCallSid}`)).body).toMatchObject({
      handledBy: { name: 'Maria Lopez' },
    })
    expect(await retriesTo(to)).toMatchObject([{ status: 'planned', attempt: 2, callSid: done.placedCallSid }])
  })

  test('is tried again as the policy says, each time seen, until the policy gives up', async () => {
    const to = await phoneThat('decline')
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: to, name: 'Busy Bea' } })
    const placed = await people.api('Maria Lopez')('/calls', { method: 'POST', body: { to, retry: true } })
    await later(5_000)
    expect(await retriesTo(to)).toMatchObject([
      { status: 'planned', attempt: 1, ended: 'busy', contactName: 'Busy Bea', callSid: placed.body.callSid },
    ])
    expect(await linesOf(placed.body.callSid)).toContain('Will be tried again')
    await later(14 * minute)
    expect(await legsOf(to)).toHaveLength(1)
    await later(2 * minute)
    expect(await legsOf(to)).toHaveLength(2)
    const [done] = await retriesTo(to, false)
    expect(done).toMatchObject({ status: 'placed', attempt: 1, placedCallSid: expect.stringMatching(/^CA/) })
    const again = (await journey.api(`/calls/${done.placedCallSid}`)).body
    // It stays the recruiter's call.
    expect(again).toMatchObject({ status: 'busy', retryOf: placed.body.id, handledBy: { name: 'Maria Lopez' } })
    expect(await linesOf(done.placedCallSid)).toContain('Placed again: the call before reached nobody')
    expect(await retriesTo(to)).toMatchObject([{ status: 'planned', attempt: 2, callSid: done.placedCallSid }])
    await later(121 * minute)
    expect(await legsOf(to)).toHaveLength(3)
    await later(600 * minute)
    expect(await retriesTo(to)).toEqual([])
    expect(await legsOf(to)).toHaveLength(3)
  })

  test('because a machine answered is tried again where the policy says so, and not as it is at first', async () => {
    const { version, settings: before } = await settings()
    const [unasked, asked] = [await phoneThat('voicemail'), await phoneThat('voicemail')]
    const wanted = { retry: true, machineDetection: 'Enable' }
    await place({ to: unasked, ...wanted })
    await later(2 * minute)
    const after = { ...before, retry: { ...before.retry, ends: ['machine'] } }
    await journey.api('/call-settings', { method: 'PUT', body: { basedOn: version, settings: after } })
    await place({ to: asked, ...wanted })
    await later(2 * minute)
    await journey.api('/call-settings', { method: 'PUT', body: { basedOn: version + 1, settings: before } })
    expect(await retriesTo(unasked)).toEqual([])
    const retries = await retriesTo(asked)
    expect(retries).toMatchObject([{ status: 'planned', ended: 'machine' }])
  })

  test('is not tried again unless that was asked, nor when it was hung up here', async () => {
    const [unasked, canceled] = [await phoneThat('decline'), await phoneThat(null)]
    await place({ to: unasked })
    const { body } = await place({ to: canceled, retry: true })
    await journey.advance(2_000)
    await change(body.callSid, { status: 'completed' })
    await later(30 * minute)
    expect([await retriesTo(unasked), await retriesTo(canceled)]).toEqual([[], []])
    expect(await legsOf(unasked)).toHaveLength(1)
  })

  test('is not tried again once it is canceled, which happens once', async () => {
    const to = await phoneThat('decline')
    await place({ to, retry: true })
    await later(5_000)
    const [{ id }] = await retriesTo(to)
    expect(await journey.api(`/calls/retries/${id}`, { method: 'DELETE' })).toMatchObject({
      status: 200,
      body: { status: 'canceled' },
    })
    expect((await journey.api(`/calls/retries/${id}`, { method: 'DELETE' })).status).toBe(409)
    await later(30 * minute)
    expect(await legsOf(to)).toHaveLength(1)
    expect(await journey.rows(`select actor from audit_log where action = 'call_retry.cancel'`)).toHaveLength(1)
  })

  test('waits while they are on another call with us, and is given up when they have called', async () => {
    const to = await phoneThat('decline')
    await place({ to, retry: true })
    await later(5_000)
    await journey.advance(14.6 * minute)
    const { callSid } = await callUs(to)
    await later(0.4 * minute)
    expect(await retriesTo(to)).toMatchObject([{ status: 'planned', reason: 'They are on another call with us.' }])
    await act(callSid, 'hangup')
    await later(10 * minute)
    expect(await legsOf(to)).toHaveLength(2)
    expect(await retriesTo(to, false)).toMatchObject([{ status: 'skipped', reason: 'They have called us meanwhile.' }])
  })

  test('is given up when they were reached meanwhile, and when they must not be called any more', async () => {
    const [reached, refused] = [await phoneThat('decline'), await phoneThat('decline')]
    await place({ to: reached, retry: true })
    await place({ to: refused, retry: true })
    await later(5_000)
    await journey.control(`/phones`, { method: 'POST', body: { phoneNumber: reached, onCall: 'answer' } })
    const { body } = await place({ to: reached })
    await journey.advance(15_000)
    await act(body.callSid, 'hangup')
    const optOut = { phoneNumber: refused, words: 'Asked on the phone.' }
    expect((await journey.api('/sms/opt-outs', { method: 'POST', body: optOut })).status).toBe(201)
    await later(16 * minute)
    expect(await retriesTo(reached, false)).toMatchObject([
      { status: 'skipped', reason: 'They have been reached meanwhile.' },
    ])
    expect(await retriesTo(refused, false)).toMatchObject([{ status: 'skipped', reason: expect.stringMatching(/./) }])
    expect(await legsOf(refused)).toHaveLength(1)
  })

  test('waits for morning where they are, as everything that goes out by itself', async () => {
    const to = await phoneThat('decline')
    await place({ to, retry: true })
    await later(5_000)
    await journey.rows(`update call_retries set due_at = due_at + interval '12 hours' where to_number = $1`, [to])
    const night = new Date(journey.clock.now())
    const untilTen = ((27 - night.getUTCHours() + 24) % 24) * 60 * minute
    await journey.rows(`update call_retries set due_at = $2 where to_number = $1`, [
      to,
      new Date(night.getTime() + untilTen),
    ])
    await later(untilTen + minute)
    const [waiting] = await retriesTo(to)
    expect(waiting).toMatchObject({ status: 'planned', reason: expect.stringContaining('New York') })
    expect(await legsOf(to)).toHaveLength(1)
    await later(new Date(waiting.dueAt).getTime() - journey.clock.now().getTime() + minute)
    expect(await legsOf(to)).toHaveLength(2)
  })

  test('whose answer was lost is not planned anew while nobody knows whether it went out', async () => {
    const to = await phoneThat('decline')
    await journey.faults({ on: 'request', method: 'POST', path: '/Calls', action: 'reset-after', times: 1 })
    expect((await place({ to, retry: true })).status).toBe(202)
    await followBatch(journey.server.installation, followUnreached, 1_000)
    expect(await retriesTo(to)).toEqual([])
    await journey.advance(16 * minute)
    await reconcileUnknownCalls({ ...journey.server.installation, ...job })
    await followBatch(journey.server.installation, followUnreached, 1_000)
    const calls = (await journey.api(`/calls?phoneNumber=${encodeURIComponent(to)}`)).body.items
    expect(calls).toHaveLength(1)
    expect(await retriesTo(to)).toHaveLength(calls[0].status === 'busy' ? 1 : 0)
  })

  test('that was left half way is placed once by whoever comes after', async () => {
    const [before, after] = [await phoneThat('decline'), await phoneThat('decline')]
    for (const to of [before, after]) await place({ to, retry: true })
    await later(5_000)
    await later(14 * minute)
    // One process died before it asked Twilio, another after.
    const claim = (to: string) =>
      journey.rows(`update call_retries set status = 'placing', due_at = $2 where to_number = $1`, [
        to,
        new Date(journey.clock.now().getTime() + minute),
      ])
    await later(2 * minute)
    expect(await legsOf(after)).toHaveLength(2)
    await journey.rows(`delete from call_retries where to_number = any($1) and attempt = 2`, [[before, after]])
    await journey.rows(`update call_retries set settled_at = null, settled_by = null where to_number = $1`, [after])
    await claim(after)
    const [{ id }] = await journey.rows(`select id from call_retries where to_number = $1`, [before])
    await journey.rows(`delete from twilio_call_logs where id = $1`, [id])
    await claim(before)
    await later(2 * minute)
    expect(await legsOf(after)).toHaveLength(2)
    expect(await legsOf(before)).toHaveLength(3)
    expect((await retriesTo(after, false))[0]).toMatchObject({ status: 'placed', attempt: 1 })
  })

  test('two instances at the same minute place it once', async () => {
    const to = await phoneThat('decline')
    await place({ to, retry: true })
    await later(5_000)
    await journey.advance(16 * minute)
    const ctx = { ...journey.server.installation, ...job }
    await Promise.all([placeDueRetries(ctx), placeDueRetries(ctx)])
    await journey.advance(5_000)
    expect(await legsOf(to)).toHaveLength(2)
  })
})

describe('the settings of calls', () => {
  test('are the administrators’, kept in versions, and hold from then on', async () => {
    const { version, settings: before } = await settings()
    const maria = people.api('Maria Lopez')
    const after = { ...before, retry: { ...before.retry, afterMinutes: [7], ends: ['no-answer'] } }
    const body = { basedOn: version, settings: after }
    expect((await maria('/call-settings', { method: 'PUT', body })).status).toBe(403)
    expect(await journey.api('/call-settings', { method: 'PUT', body })).toMatchObject({
      status: 200,
      body: { version: version + 1 },
    })
    expect((await journey.api('/call-settings', { method: 'PUT', body })).status).toBe(409)
    const [busy, silent] = [await phoneThat('decline'), await phoneThat('ignore')]
    await place({ to: busy, retry: true })
    await place({ to: silent, retry: true })
    await later(2 * minute)
    expect(await retriesTo(busy)).toEqual([])
    expect(await retriesTo(silent)).toMatchObject([{ ended: 'no-answer' }])
    await journey.api('/call-settings', { method: 'PUT', body: { basedOn: version + 1, settings: before } })
  })
})

async function until(callSid: string, waitingFor: string) {
  for (let second = 0; second < 90; second += 1) {
    if ((await journey.control(`/calls/${callSid}`)).waitingFor === waitingFor) return
    await journey.advance(1_000)
  }
  throw new Error(`the call never waited for ${waitingFor}`)
}
const heardOn = async (callSid: string): Promise<string> =>
  (await journey.control(`/calls/${callSid}`)).heard.map((entry: { text?: string }) => entry.text ?? '').join(' ')
const settled = async () => {
  await followBatch(journey.server.installation, followCallBacks, 1_000)
}
async function callBackOf(phone: string, open = true) {
  const { items } = (await journey.api(`/call-backs?open=${open}`)).body
  return items.filter(({ theirNumber }: { theirNumber: string }) => theirNumber === phone)
}
async function answerBy(answer: object) {
  const { items } = (await journey.api('/numbers')).body
  const number = items.find(({ phoneNumber }: { phoneNumber: string }) => phoneNumber === journey.ourNumber)
  const saved = await journey.api(`/numbers/${number.id}`, { method: 'PATCH', body: { answer } })
  expect(saved.status).toBe(200)
}
/** A caller reaches nobody and presses this at the voicemail. */
async function pressAtVoicemail(caller: string, digits: string) {
  const { callSid } = await callUs(caller)
  await until(callSid, 'gather')
  await act(callSid, 'digits', { digits })
  await journey.advance(8_000)
  return callSid as string
}

describe('a caller who reaches nobody', () => {
  test('asks to be called back; who said so calls, and the talk settles it', async () => {
    await answerBy({ callBack: true, transferTo: null })
    const caller = await phoneThat('answer')
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: caller, name: 'Ada Byron' } })
    const callSid = await pressAtVoicemail(caller, '1')
    expect(await heardOn(callSid)).toMatch(
      /Or press 1, and we will call you back\. .*We will call you back\. Goodbye\./,
    )
    await pressAtVoicemail(caller, '1')
    const [asked, ...others] = await callBackOf(caller)
    expect(others).toEqual([])
    expect(asked).toMatchObject({ status: 'open', contactName: 'Ada Byron', claimedBy: null, wish: null })

    const maria = people.api('Maria Lopez')
    const claim = (claimed: boolean) => maria(`/call-backs/${asked.id}`, { method: 'PATCH', body: { claimed } })
    expect(await claim(true)).toMatchObject({ status: 200, body: { claimedBy: { name: 'Maria Lopez' } } })
    expect((await journey.api(`/call-backs/${asked.id}`, { method: 'PATCH', body: { claimed: true } })).status).toBe(
      403,
    )
    await settled()
    expect(await callBackOf(caller)).toHaveLength(1)

    // A call that nobody takes for us does not settle it; one in which we talk does.
    await answerBy({ transferTo: desk, whisperNeedsKey: false })
    const lonely = await place({ to: caller })
    await journey.advance(9_000)
    await act(lonely.body.callSid, 'hangup')
    await journey.advance(2_000)
    await settled()
    expect(await callBackOf(caller)).toHaveLength(1)
    const talk = await place({ to: caller })
    await journey.advance(9_000)
    await act((await legsOf(desk))[0].callSid, 'answer')
    await journey.advance(9_000)
    await act(talk.body.callSid, 'hangup')
    await journey.advance(3_000)
    await settled()
    expect(await callBackOf(caller)).toEqual([])
    expect((await callBackOf(caller, false))[0]).toMatchObject({ status: 'done', reachedCallSid: talk.body.callSid })
  })

  test('leaves a message with any other key, or with none', async () => {
    await answerBy({ callBack: true, transferTo: null })
    for (const digits of ['5', '']) {
      const caller = await phoneThat(null)
      const { callSid } = await callUs(caller)
      await until(callSid, 'gather')
      if (digits !== '') await act(callSid, 'digits', { digits })
      await until(callSid, 'record')
      await act(callSid, 'hangup')
      expect(await callBackOf(caller)).toEqual([])
    }
  })

  test('a request is settled by hand, and opened again', async () => {
    await answerBy({ callBack: true, transferTo: null })
    const caller = await phoneThat(null)
    await pressAtVoicemail(caller, '1')
    const [{ id }] = await callBackOf(caller)
    const set = (status: string) => journey.api(`/call-backs/${id}`, { method: 'PATCH', body: { status } })
    expect(await set('canceled')).toMatchObject({ status: 200, body: { status: 'canceled' } })
    expect((await set('done')).status).toBe(409)
    expect(await set('open')).toMatchObject({ status: 200, body: { status: 'open', settledAt: null } })
    expect(await journey.rows(`select from audit_log where action = 'call_back.update'`)).not.toEqual([])
  })

  test('is written down by one of ours for a time, moved, and stands where its time is', async () => {
    const maria = people.api('Maria Lopez')
    const [ada, bea, asker] = [await phoneThat(null), await phoneThat(null), await phoneThat(null)]
    const add = (body: object) => maria('/call-backs', { method: 'POST', body })
    const at = (hours: number) => new Date(journey.clock.now().getTime() + hours * 3_600_000).toISOString()
    const first = await add({ theirNumber: ada, dueAt: at(3), wish: ' The offer ', claimed: true })
    expect(first).toMatchObject({
      status: 201,
      body: { dueAt: at(3), wish: 'The offer', claimedBy: { name: 'Maria Lopez' }, createdBy: { name: 'Maria Lopez' } },
    })
    expect(await add({ theirNumber: bea, dueAt: at(1) })).toMatchObject({ status: 201, body: { claimedBy: null } })
    await answerBy({ callBack: true, transferTo: null })
    await pressAtVoicemail(asker, '1')
    const order = async () => {
      const { items } = (await journey.api('/call-backs')).body
      const numbers = items.map(({ theirNumber }: { theirNumber: string }) => theirNumber)
      return numbers.filter((number: string) => [ada, bea, asker].includes(number))
    }
    expect(await order()).toEqual([asker, bea, ada])

    // The same person again is the same call back; who said they would call stays.
    const again = await add({ theirNumber: ada, dueAt: at(4) })
    expect(again).toMatchObject({
      status: 200,
      body: { id: first.body.id, dueAt: at(4), wish: 'The offer', claimedBy: { name: 'Maria Lopez' } },
    })
    const moved = await maria(`/call-backs/${first.body.id}`, { method: 'PATCH', body: { dueAt: null, wish: null } })
    expect(moved).toMatchObject({ status: 200, body: { dueAt: null, wish: null } })
    expect((await order()).at(-1)).toBe(bea)
    // Who asks by themselves wants it now, whatever was planned.
    await pressAtVoicemail(bea, '1')
    expect(await callBackOf(bea)).toMatchObject([{ dueAt: null, createdBy: { name: 'Maria Lopez' } }])

    expect((await add({ theirNumber: 'Ada', dueAt: at(1) })).status).toBe(400)
    expect(
      (await journey.api('/call-backs', { method: 'POST', body: { theirNumber: ada, claimed: true } })).status,
    ).toBe(403)
    expect(await journey.rows(`select from audit_log where action = 'call_back.add'`)).toHaveLength(3)
    const told = await journey.rows(
      `select from twilio_events where type = 'call_back.changed' and data::text like '%${first.body.id}%'`,
    )
    expect(told).toHaveLength(3)
  })

  test('asks in a flow, with what they want', async () => {
    const definition = {
      description: 'Call back',
      initial_state: 'Trigger',
      flags: { allow_concurrent_calls: true },
      states: [
        state('Trigger', 'trigger', {}, { incomingCall: 'offer' }),
        state(
          'offer',
          'eva-call-back',
          { say: 'Shall we call you? Press 1.', wish: 'About {{trigger.call.To}}' },
          { requested: 'thanks', declined: 'bye', failed: 'bye' },
        ),
        state('thanks', 'say-play', { say: 'We shall.' }, { audioComplete: undefined }),
        state('bye', 'say-play', { say: 'Then not.' }, { audioComplete: undefined }),
      ],
    }
    const created = await journey.api('/ivr/flows', { method: 'POST', body: { name: 'Call back', definition } })
    const published = await journey.api(`/ivr/flows/${created.body.id}/publish`, {
      method: 'POST',
      body: { revision: 0, message: 'First' },
    })
    expect(published.status).toBe(200)
    await answerBy({ flowId: created.body.id })
    const [wants, declines] = [await phoneThat(null), await phoneThat(null)]
    expect(await heardOn(await pressAtVoicemail(wants, '1'))).toBe('Shall we call you? Press 1. We shall.')
    expect(await heardOn(await pressAtVoicemail(declines, '2'))).toBe('Shall we call you? Press 1. Then not.')
    expect(await callBackOf(wants)).toMatchObject([{ wish: `About ${journey.ourNumber}` }])
    expect(await callBackOf(declines)).toEqual([])
    await answerBy({ flowId: null })
  })
})

const say = (name: string, mine = true) =>
  people.api('Maria Lopez')('/greetings', { method: 'POST', body: { name, words: `This is ${name}.`, mine } })
const drop = (callSid: string, body: object = {}) =>
  people.api('Maria Lopez')(`/calls/${callSid}/voicemail-drop`, { method: 'POST', body })

describe('a greeting left on a voicemail', () => {
  test('is a person’s own or the firm’s; who made it and administrators take it away', async () => {
    const own = await say('Maria at EVA')
    expect(own).toMatchObject({ status: 201, body: { name: 'Maria at EVA', mine: true } })
    expect((await say('All', false)).status).toBe(403)
    const firms = await journey.api('/greetings', { method: 'POST', body: { name: 'EVA', words: 'Hi.', mine: false } })
    expect(firms.status).toBe(201)
    expect((await journey.api('/greetings', { method: 'POST', body: { name: 'EVA', words: 'Hi.' } })).status).toBe(403)
    const names = async (asked = journey.api) =>
      (await asked('/greetings')).body.items.map(({ name }: { name: string }) => name)
    expect(await names()).toEqual(['EVA'])
    expect(await names(people.api('Maria Lopez'))).toEqual(['Maria at EVA', 'EVA'])
    expect((await journey.api(`/greetings/${own.body.id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await people.api('Maria Lopez')(`/greetings/${firms.body.id}`, { method: 'DELETE' })).status).toBe(403)
    expect((await journey.api(`/greetings/${firms.body.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await people.api('Maria Lopez')(`/greetings/${own.body.id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await names(people.api('Maria Lopez'))).toEqual([])
  })

  test('is left by hand: the machine hears it and our person is free at once', async () => {
    await say('By hand')
    await answerBy({ transferTo: desk, whisperNeedsKey: false, callBack: false })
    const to = await phoneThat('voicemail')
    const { body } = await place({ to })
    expect((await drop(body.callSid)).status).toBe(409)
    await journey.advance(12_000)
    const [ours] = await legsOf(desk)
    await act(ours.callSid, 'answer')
    await journey.advance(6_000)
    expect(await drop(body.callSid)).toMatchObject({ status: 200, body: { disposition: 'Left voicemail' } })
    await journey.advance(2_000)
    expect((await journey.control(`/calls/${ours.callSid}`)).status).toBe('completed')
    await journey.advance(20_000)
    expect(await heardOn(body.callSid)).toContain('This is By hand.')
    expect((await journey.control(`/calls/${body.callSid}`)).status).toBe('completed')
    expect(await linesOf(body.callSid)).toContain('Left on their voicemail: By hand')
  })

  test('is left by hand from a room, whose others are let go', async () => {
    const to = await phoneThat('voicemail')
    const { body } = await place({ to })
    await journey.advance(12_000)
    const [ours] = await legsOf(desk)
    await act(ours.callSid, 'answer')
    await journey.advance(6_000)
    expect((await change(body.callSid, { hold: true })).status).toBe(200)
    await journey.advance(3_000)
    expect((await drop(body.callSid)).status).toBe(200)
    await journey.advance(3_000)
    const room = (await journey.api(`/calls/${body.callSid}`)).body.roomId
    await settleRoom({ ...journey.server.installation, ...job }, { roomId: room })
    await journey.advance(20_000)
    expect(await heardOn(body.callSid)).toContain('This is By hand.')
    expect((await journey.control(`/calls/${ours.callSid}`)).status).toBe('completed')
  })

  test('is left by itself after the tone, and not to a person; a sound is fetched by a link that ends', async () => {
    const form = new FormData()
    form.set('name', 'A sound')
    form.set('mine', 'true')
    form.set('file', new File([wav()], 'hello.wav', { type: 'audio/wav' }))
    const headers = { Cookie: people.cookieOf('Maria Lopez'), Origin: journey.server.url }
    const url = `${journey.server.url}/api/twilio/greetings/audio`
    const uploaded = await fetch(url, { method: 'POST', headers, body: form })
    expect(uploaded.status).toBe(201)
    const { id } = (await uploaded.json()) as { id: string }
    form.set('file', new File(['no sound at all'], 'hello.mp3', { type: 'audio/mpeg' }))
    expect((await fetch(url, { method: 'POST', headers, body: form })).status).toBe(400)

    const [machine, person] = [await phoneThat('voicemail'), await phoneThat('answer')]
    const maria = people.api('Maria Lopez')
    const whenMachine = { drop: id }
    const placed = await maria('/calls', { method: 'POST', body: { to: machine, whenMachine } })
    const other = await maria('/calls', { method: 'POST', body: { to: person, whenMachine } })
    expect((await place({ to: machine, whenMachine: { drop: crypto.randomUUID() } })).status).toBe(404)
    await journey.advance(30_000)
    const played = (await journey.control(`/calls/${placed.body.callSid}`)).heard
    expect(played).toContainEqual(expect.objectContaining({ url: expect.stringContaining('/greetings/audio/') }))
    expect((await journey.api(`/calls/${placed.body.callSid}`)).body).toMatchObject({
      answeredBy: 'machine_end_beep',
      disposition: 'Left voicemail',
    })
    expect(await heardOn(other.body.callSid)).toContain('Please hold while we connect you.')
    const link = played.find(({ url: at }: { url?: string }) => at?.includes('/greetings/audio/')).url
    expect((await fetch(link)).headers.get('content-type')).toBe('audio/wav')
    await journey.advance(61 * minute)
    expect((await fetch(link)).status).toBe(404)
  })
})

/** Half a second of silence at 8 kHz. */
function wav() {
  const samples = 4_000
  const bytes = Buffer.alloc(44 + samples)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8_000, 24)
  bytes.writeUInt32LE(8_000, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples, 40)
  bytes.fill(128, 44)
  return bytes
}

function state(name: string, type: string, properties: object, next: Record<string, string | undefined>) {
  const transitions = Object.entries(next).map(([event, to]) => ({ event, ...(to && { next: to }) }))
  return { name, type, properties, transitions }
}
