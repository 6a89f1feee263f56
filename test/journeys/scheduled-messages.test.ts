import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CoreContext } from '@/lib/context'
import { reconcileUnknownMessages } from '@/lib/services/messages/reconcile-unknown-messages'
import { sendMessage } from '@/lib/services/messages/send-message'
import { claimDue } from '@/lib/services/scheduled-messages/claim-due'
import { sendClaimed } from '@/lib/services/scheduled-messages/send-claimed'
import { sendDueMessages } from '@/lib/services/scheduled-messages/send-due-messages'
import { sendOrHold } from '@/lib/services/scheduled-messages/send-or-hold'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { startJourney, type Journey } from '../helpers/start-journey'

const minute = 60_000
const hour = 60 * minute

let journey: Journey
let handsets = 0
let anna: string

beforeAll(async () => {
  // Monday, noon in California.
  journey = await startJourney({
    emulator: { clock: { mode: 'virtual', now: Date.parse('2026-03-02T20:00:00.000Z') } },
  })
})
afterAll(() => journey.close())

beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  handsets += 1
  anna = `+1415555${String(7000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: anna } })
})

const job = (): CoreContext => ({
  ...journey.server.installation,
  actor: { type: 'job', task: 'send-scheduled' },
  requestId: 'test',
})
const inMinutes = (minutes: number) => new Date(journey.clock.now().getTime() + minutes * minute).toISOString()
const plan = (body: string, extra: object = {}) =>
  journey.api('/messages', { method: 'POST', body: { to: anna, body, sendAt: inMinutes(30), ...extra } })
const received = async () => {
  await journey.advance(5_000)
  const texts = await journey.textsOf(anna)
  return texts
    .filter((text: { direction: string }) => text.direction !== 'sent')
    .map((text: { body: string }) => text.body)
}
const writes = async (body: string) => {
  await journey.control(`/phones/${encodeURIComponent(anna)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body },
  })
  await journey.advance(1_000)
}
const row = async (id: string) => {
  const lists = await Promise.all(
    ['true', 'false'].map((open) =>
      journey.api(`/messages/scheduled?open=${open}&phoneNumber=${encodeURIComponent(anna)}`),
    ),
  )
  return lists.flatMap((list) => list.body.items).find((item) => item.id === id)
}

const seconds = (text: string) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/** The next moment at which it is this time in California, where the handsets are. */
async function untilInCalifornia(time: string) {
  const now = journey.clock.now()
  const local = now.toLocaleTimeString('en-GB', { timeZone: 'America/Los_Angeles' })
  const ahead = (seconds(`${time}:00`) - seconds(local) + 24 * 3600) % (24 * 3600)
  await journey.advance(ahead * 1000 - now.getMilliseconds())
}

describe('a text for later', () => {
  test('is answered with when it goes, goes then and once, and is shown all the way', async () => {
    const planned = await plan('See you at three')
    expect(planned).toMatchObject({ status: 202, body: { reason: expect.stringContaining('Los Angeles') } })
    const { id } = planned.body
    expect(await row(id)).toMatchObject({
      status: 'scheduled',
      to: anna,
      timeZone: 'America/Los_Angeles',
      cancelIfTheyReply: true,
    })
    await sendDueMessages(job())
    expect(await received()).toEqual([])
    await journey.advance(30 * minute)
    await Promise.all([sendDueMessages(job()), sendDueMessages(job()), sendDueMessages(job())])
    expect(await received()).toEqual(['See you at three'])
    expect(await row(id)).toMatchObject({ status: 'sent', rule: null, reason: null })
    const message = await journey.rows('select created_by from twilio_messages where id = $1', [
      (await row(id)).messageId,
    ])
    expect(message).toEqual([{ created_by: 'api-key:environment' }])
    const events = await journey.rows(
      `select data -> 'scheduledMessage' ->> 'status' as status from twilio_events
       where type = 'scheduled_message.changed' and data -> 'scheduledMessage' ->> 'id' = $1 order by id`,
      [id],
    )
    expect(events.map((event) => event.status)).toEqual(['scheduled', 'sent'])
  })

  test('planned twice with one Idempotency-Key is one', async () => {
    const sendAt = inMinutes(30)
    const init = {
      method: 'POST',
      body: { to: anna, body: 'Once', sendAt },
      headers: { 'Idempotency-Key': `once-${anna}` },
    }
    const [one, other] = [await journey.api('/messages', init), await journey.api('/messages', init)]
    expect(other.body).toEqual(one.body)
    expect((await journey.api(`/messages/scheduled?phoneNumber=${encodeURIComponent(anna)}`)).body.items).toHaveLength(
      1,
    )
  })

  test.each([
    ['in the past', -1],
    ['in five seconds', 5 / 60],
    ['in 36 days', 36 * 24 * 60],
  ])('%s is refused', async (_when, minutes) => {
    expect(await plan('No', { sendAt: inMinutes(minutes) })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid' } },
    })
  })

  test('can be changed and canceled while it waits, and not afterwards', async () => {
    const { id } = (await plan('Draft')).body
    const patch = (body: object) => journey.api(`/messages/scheduled/${id}`, { method: 'PATCH', body })
    expect(await patch({ body: 'Final', sendAt: inMinutes(60) })).toMatchObject({
      status: 200,
      body: { body: 'Final' },
    })
    await journey.advance(31 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual([])
    await journey.advance(30 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Final'])
    expect(await patch({ body: 'Too late' })).toMatchObject({ status: 409 })
    expect(await journey.api(`/messages/scheduled/${id}`, { method: 'DELETE' })).toMatchObject({ status: 409 })
    const other = (await plan('Never')).body.id
    expect(await journey.api(`/messages/scheduled/${other}`, { method: 'DELETE' })).toMatchObject({
      body: { status: 'canceled' },
    })
    await journey.advance(31 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Final'])
    expect(await journey.api(`/messages/scheduled/${uuidV7(new Date())}`, { method: 'DELETE' })).toMatchObject({
      status: 404,
    })
  })

  test('is canceled when they have written or called meanwhile, unless it was to go anyway', async () => {
    const overtaken = (await plan('Are you still interested?')).body.id
    const anyway = (await plan('Your badge is ready', { cancelIfTheyReply: false })).body.id
    await journey.advance(minute)
    await writes('Yes, I am!')
    await journey.advance(30 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Your badge is ready'])
    expect(await row(overtaken)).toMatchObject({ status: 'canceled', rule: 'replied' })
    expect(await row(anyway)).toMatchObject({ status: 'sent' })
    const called = (await plan('Please call me back')).body.id
    await journey.advance(minute)
    await journey.control(`/phones/${encodeURIComponent(anna)}/calls`, {
      method: 'POST',
      body: { to: journey.ourNumber },
    })
    await journey.advance(31 * minute)
    await sendDueMessages(job())
    expect(await row(called)).toMatchObject({ status: 'canceled', rule: 'called' })
  })

  test('from a template waits in the words it had, and is refused when something is missing', async () => {
    const template = await journey.api('/sms/templates', {
      method: 'POST',
      body: { name: `Reminder ${anna}`, body: 'Hi {{ who }}, see you soon' },
    })
    const templateId = template.body.id
    const later = (variables: object) =>
      journey.api('/messages', { method: 'POST', body: { to: anna, templateId, variables, sendAt: inMinutes(30) } })
    expect((await later({})).status).toBe(400)
    const { id } = (await later({ who: 'Anna' })).body
    expect(await row(id)).toMatchObject({ body: 'Hi Anna, see you soon' })
    await journey.advance(30 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Hi Anna, see you soon'])
  })

  test('to somebody who has opted out is refused when it is planned', async () => {
    await writes('STOP')
    expect(await plan('Hello?')).toMatchObject({ status: 422, body: { error: { code: 'opted_out' } } })
  })
})

describe('what happens between claim and send', () => {
  test('STOP wins', async () => {
    const { id } = (await plan('News')).body
    await journey.advance(30 * minute)
    const claimed = await claimDue(job())
    await writes('STOP')
    await sendClaimed(job(), claimed!)
    expect((await received()).filter((body: string) => body === 'News')).toEqual([])
    expect(await row(id)).toMatchObject({ status: 'refused', rule: 'opted_out' })
  })

  test('a process that dies with the claim is followed by another, and one text goes out', async () => {
    const { id } = (await plan('Still on for Friday?')).body
    await journey.advance(30 * minute)
    const claimed = await claimDue(job())
    expect(claimed?.id).toBe(id)
    await sendDueMessages(job())
    expect(await received()).toEqual([])
    await journey.advance(3 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Still on for Friday?'])
    // The dead one was only slow: it may neither send nor settle any more.
    await sendClaimed(job(), claimed!)
    expect(await received()).toEqual(['Still on for Friday?'])
    expect(await row(id)).toMatchObject({ status: 'sent' })
  })

  test('a process that dies after sending is followed by one that sends nothing', async () => {
    const { id } = (await plan('Only once')).body
    await journey.advance(30 * minute)
    const claimed = await claimDue(job())
    await sendMessage(job(), { id: claimed!.message_id, to: anna, body: 'Only once', purpose: 'scheduled' })
    await journey.advance(3 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Only once'])
    expect(await row(id)).toMatchObject({ status: 'sent' })
  })

  test('nobody can change what is being sent', async () => {
    const { id } = (await plan('On its way')).body
    await journey.advance(30 * minute)
    const claimed = await claimDue(job())
    expect(await journey.api(`/messages/scheduled/${id}`, { method: 'DELETE' })).toMatchObject({
      status: 409,
      body: { error: { message: 'It is being sent right now.' } },
    })
    await sendClaimed(job(), claimed!)
    expect(await row(id)).toMatchObject({ status: 'sent' })
  })
})

describe('when Twilio', () => {
  test('cannot be reached, it is tried again and goes out once', async () => {
    const { id } = (await plan('Through the storm')).body
    await journey.advance(30 * minute)
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 429, code: 20429 })
    await sendDueMessages(job())
    expect(await row(id)).toMatchObject({ status: 'held', rule: 'unreachable' })
    await journey.control('/faults', { method: 'DELETE' })
    await journey.advance(2 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Through the storm'])
    expect(await row(id)).toMatchObject({ status: 'sent' })
    expect(
      await journey.rows(`select from failed_operations where settled_at is null and payload ->> 'to' = $1`, [anna]),
    ).toEqual([])
  })

  test('never heard of it, nobody can change it until that is known; then it goes out, once, and nobody else is asked to', async () => {
    const { id } = (await plan('Lost on the way')).body
    await journey.advance(30 * minute)
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'reset-before', times: 1 })
    await sendDueMessages(job())
    expect(await row(id)).toMatchObject({ status: 'sending' })
    expect((await journey.api(`/messages/scheduled/${id}`, { method: 'PATCH', body: { body: 'Other' } })).status).toBe(
      409,
    )
    await journey.advance(16 * minute)
    await reconcileUnknownMessages(job())
    await sendDueMessages(job())
    expect(await row(id)).toMatchObject({ status: 'held', rule: 'unreachable' })
    await journey.advance(3 * minute)
    await sendDueMessages(job())
    expect(await received()).toEqual(['Lost on the way'])
    expect(await row(id)).toMatchObject({ status: 'sent' })
    expect(await journey.rows(`select from failed_operations where payload ->> 'to' = $1`, [anna])).toEqual([])
  })

  test('has it though its answer was lost, it is sent, even when that is seen after its time', async () => {
    const { id } = (await plan('Tomorrow at ten?')).body
    await journey.advance(30 * minute)
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'reset-after', times: 1 })
    await sendDueMessages(job())
    await journey.rows('update scheduled_messages set expires_at = send_at where id = $1', [id])
    expect(await received()).toEqual(['Tomorrow at ten?'])
    await journey.advance(3 * minute)
    await sendDueMessages(job())
    expect(await row(id)).toMatchObject({ status: 'sent' })
    expect(await received()).toEqual(['Tomorrow at ten?'])
  })

  test('refuses it, it has failed with the reason', async () => {
    const { id } = (await plan('Refused')).body
    await journey.advance(30 * minute)
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 400, code: 21614 })
    await sendDueMessages(job())
    expect(await row(id)).toMatchObject({ status: 'failed', reason: expect.any(String) })
    expect(await received()).toEqual([])
  })
})

describe('quiet hours', () => {
  test('a text planned for the night waits for the morning; the answer says so', async () => {
    await untilInCalifornia('20:00')
    const planned = await plan('Good evening', { sendAt: inMinutes(120) })
    expect(planned.body.reason).toContain('Held until')
    await journey.advance(2 * hour)
    await sendDueMessages(job())
    expect(await row(planned.body.id)).toMatchObject({
      status: 'held',
      rule: 'quiet_hours',
      sendAt: planned.body.heldUntil,
    })
    expect(await received()).toEqual([])
    await untilInCalifornia('08:00')
    await sendDueMessages(job())
    expect(await received()).toEqual(['Good evening'])
  })

  test('one that speaks of tomorrow is not sent the next morning but asked about, and can be sent by hand', async () => {
    await untilInCalifornia('20:30')
    const planned = await plan('See you tomorrow at nine', { sendAt: inMinutes(60) })
    await journey.advance(hour)
    await sendDueMessages(job())
    expect(await row(planned.body.id)).toMatchObject({ status: 'expired', rule: 'quiet_hours' })
    await untilInCalifornia('08:30')
    await sendDueMessages(job())
    expect(await received()).toEqual([])
    const send = () => journey.api(`/messages/scheduled/${planned.body.id}/send`, { method: 'POST' })
    expect(await send()).toMatchObject({ status: 200, body: { to: anna } })
    expect((await send()).status).toBe(409)
    expect(await received()).toEqual(['See you tomorrow at nine'])
  })

  test('an expired one gets a new time, or is refused by hand too and waits on', async () => {
    await untilInCalifornia('20:30')
    const { id } = (await plan('Tonight only', { sendAt: inMinutes(60) })).body
    await journey.advance(hour)
    await sendDueMessages(job())
    const patch = (body: object) => journey.api(`/messages/scheduled/${id}`, { method: 'PATCH', body })
    expect((await patch({ body: 'Another day' })).status).toBe(400)
    await writes('STOP')
    expect((await journey.api(`/messages/scheduled/${id}/send`, { method: 'POST' })).status).toBe(422)
    expect(await row(id)).toMatchObject({ status: 'expired' })
    await writes('START')
    await untilInCalifornia('09:00')
    expect(await patch({ body: 'Another day', sendAt: inMinutes(20), cancelIfTheyReply: false })).toMatchObject({
      body: { status: 'scheduled' },
    })
    await journey.advance(20 * minute)
    await sendDueMessages(job())
    expect((await received()).filter((body: string) => body === 'Another day')).toEqual(['Another day'])
  })

  test('what a machine wants to say at night is kept, and asking twice keeps it once', async () => {
    await untilInCalifornia('20:00')
    await writes('Is the job open?')
    await journey.advance(3 * hour)
    const id = uuidV7(journey.clock.now())
    const text = { id, to: anna, body: 'It is. Shall we talk?', purpose: 'flow' } as const
    expect(await sendOrHold(job(), text)).toMatchObject({ id, reason: expect.stringContaining('Held until') })
    await sendOrHold(job(), text)
    expect(await row(id)).toMatchObject({ status: 'held', purpose: 'flow' })
    await untilInCalifornia('08:00')
    await sendDueMessages(job())
    expect(await received()).toEqual(['It is. Shall we talk?'])
  })

  test('a text that nobody could send in time is asked about', async () => {
    await untilInCalifornia('09:00')
    const { id } = (await plan('Lunch at noon?')).body
    await journey.advance(13 * hour)
    await sendDueMessages(job())
    expect(await row(id)).toMatchObject({ status: 'expired' })
    expect(await received()).toEqual([])
  })
})
