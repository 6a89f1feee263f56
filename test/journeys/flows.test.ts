import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wakeFlows } from '@/lib/services/ivr/wake-flows'
import { startJourney, type Journey } from '../helpers/start-journey'
import { webhookSender } from '../helpers/webhook-sender'

let journey: Journey
let people = 0
const patience = { timeout: 10_000 }

const wake = () => wakeFlows({ ...journey.server.installation, actor: { type: 'system' }, requestId: 'test' })

/** The firm's own system, which flows ask. */
const jobs = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  if (request.url?.startsWith('/slow')) return
  if (request.url?.startsWith('/astray'))
    return void response.writeHead(302, { Location: 'http://127.0.0.1:1/secrets' }).end()
  response.writeHead(request.url?.startsWith('/gone') ? 410 : 200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ count: 7, first: { title: 'Night nurse' } }))
})
const asked: string[] = []
let jobsOrigin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => jobs.listen(0, '127.0.0.1', resolve))
  jobsOrigin = `http://127.0.0.1:${(jobs.address() as AddressInfo).port}`
  journey = await startJourney({ role: 'all', env: { EVA_ALLOWED_ORIGINS: jobsOrigin } })
})
afterAll(async () => {
  await journey.close()
  jobs.closeAllConnections()
  await new Promise((resolve) => jobs.close(resolve))
})

type Ways = Record<string, string>
const state = (name: string, type: string, properties: object, ways: Ways = {}) => ({
  name,
  type,
  properties,
  transitions: Object.entries(ways).map(([event, next]) => ({ event, next })),
})
const say = (name: string, text: string, next?: string) =>
  state(name, 'say-play', { say: text }, next === undefined ? {} : { audioComplete: next })

const menu = {
  description: 'Menu',
  initial_state: 'Trigger',
  x_unknown: { kept: true },
  states: [
    state('Trigger', 'trigger', {}, { incomingCall: 'welcome' }),
    say('welcome', 'Welcome to The Well.', 'menu'),
    state(
      'menu',
      'gather-input-on-call',
      { say: 'Press one for jobs, two to leave a message.', number_of_digits: '1' },
      { keypress: 'which', timeout: 'menu' },
    ),
    {
      ...state('which', 'split-based-on', { input: '{{widgets.menu.Digits}}' }, { noMatch: 'menu' }),
      transitions: [
        { event: 'noMatch', next: 'menu' },
        {
          event: 'match',
          next: 'jobs',
          conditions: [{ friendly_name: 'one', arguments: ['{{widgets.menu.Digits}}'], type: 'equal_to', value: '1' }],
        },
        {
          event: 'match',
          next: 'voicemail',
          conditions: [{ friendly_name: 'two', arguments: ['{{widgets.menu.Digits}}'], type: 'equal_to', value: '2' }],
        },
      ],
    },
    say('jobs', 'You are number {{trigger.call.From}}.', 'bye'),
    state(
      'voicemail',
      'record-voicemail',
      { max_length: '30' },
      { recordingComplete: 'bye', hangup: 'sorry', noAudio: 'bye' },
    ),
    say('bye', 'Goodbye.'),
    state('sorry', 'send-message', { body: 'Thank you for your message.' }),
  ],
}

async function published(name: string, definition: object) {
  const made = await journey.api('/ivr/flows', { method: 'POST', body: { name, definition } })
  expect(made.status).toBe(201)
  const answer = await journey.api(`/ivr/flows/${made.body.id}/publish`, {
    method: 'POST',
    body: { message: 'first', revision: 0 },
  })
  expect(answer.body).toMatchObject({ publishedVersion: 1 })
  return made.body.id as string
}

async function answerBy(setting: 'flowId' | 'textFlowId', flowId: string | null) {
  const { items } = (await journey.api('/numbers')).body
  const { id } = items.find((number: { phoneNumber: string }) => number.phoneNumber === journey.ourNumber)
  expect(
    (await journey.api(`/numbers/${id}`, { method: 'PATCH', body: { answer: { [setting]: flowId } } })).status,
  ).toBe(200)
}

async function somebody() {
  people += 1
  // New York: ten in the morning there when the tests begin.
  const phoneNumber = `+1212555${String(3000 + people)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber } })
  return phoneNumber
}
async function call(from: string) {
  const { callSid } = await journey.control(`/phones/${encodeURIComponent(from)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  return callSid as string
}
const act = (callSid: string, action: string, body: object = {}) =>
  journey.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
const heardOn = async (callSid: string): Promise<string[]> =>
  (await journey.control(`/calls/${callSid}`)).heard.flatMap((entry: { text?: string }) => entry.text ?? [])
async function until(callSid: string, waitingFor: string | null) {
  for (let second = 0; second < 90; second += 1) {
    if ((await journey.control(`/calls/${callSid}`)).waitingFor === waitingFor) return
    await journey.advance(1_000)
  }
  throw new Error(`the call never waited for ${waitingFor}`)
}
const visitsOf = async (callSid: string) =>
  (
    await journey.rows(
      `select state_name || ':' || coalesce(event, '…') as visit from ivr_interactions join ivr_executions run on run.id = execution_id
       where call_sid = $1 order by sequence`,
      [callSid],
    )
  ).map(({ visit }) => visit)

describe('a call to a number that a flow answers', () => {
  beforeAll(async () => answerBy('flowId', await published('Menu', menu)))

  test('hears the menu, presses a key and hears what follows, and every step is logged', async () => {
    const from = await somebody()
    const callSid = await call(from)
    await until(callSid, 'gather')
    await act(callSid, 'digits', { digits: '1' })
    await journey.advance(20_000)
    expect(await heardOn(callSid)).toEqual([
      'Welcome to The Well.',
      'Press one for jobs, two to leave a message.',
      `You are number ${from}.`,
      'Goodbye.',
    ])
    expect((await journey.control(`/calls/${callSid}`)).status).toBe('completed')
    expect(await visitsOf(callSid)).toEqual([
      'Trigger:incomingCall',
      'welcome:audioComplete',
      'menu:…',
      'menu:keypress',
      'which:match',
      'jobs:audioComplete',
      'bye:audioComplete',
    ])
  })

  test('is asked again when no key comes or another one', async () => {
    const callSid = await call(await somebody())
    await until(callSid, 'gather')
    await journey.advance(8_000)
    await until(callSid, 'gather')
    await act(callSid, 'digits', { digits: '9' })
    await until(callSid, 'gather')
    expect((await heardOn(callSid)).filter((text) => text.startsWith('Press one'))).toHaveLength(3)
    await act(callSid, 'hangup')
    await journey.advance(2_000)
    await expect
      .poll(
        async () => (await journey.rows('select ended_by from ivr_executions where call_sid = $1', [callSid]))[0],
        patience,
      )
      .toEqual({ ended_by: 'hangup' })
  })

  test('leaves a message and hangs up; what the flow does after that is done', async () => {
    const from = await somebody()
    await text(from, 'May I call you?')
    await journey.advance(1_000)
    const callSid = await call(from)
    await until(callSid, 'gather')
    await act(callSid, 'digits', { digits: '2' })
    await until(callSid, 'record')
    await act(callSid, 'hangup')
    await journey.advance(5_000)
    await expect
      .poll(async () => (await journey.textsOf(from)).map(({ body }: { body: string }) => body), patience)
      .toContain('Thank you for your message.')
    await expect
      .poll(
        async () => (await journey.rows('select status from ivr_executions where call_sid = $1', [callSid]))[0],
        patience,
      )
      .toEqual({ status: 'ended' })
  })

  test('keeps to the version it began with while another is published', async () => {
    const callSid = await call(await somebody())
    await until(callSid, 'gather')
    const { items } = (await journey.api('/ivr/flows')).body
    const { id } = items.find(({ name }: { name: string }) => name === 'Menu')
    const changed = { ...menu, states: menu.states.map((one) => (one.name === 'bye' ? say('bye', 'Farewell.') : one)) }
    const saved = await journey.api(`/ivr/flows/${id}/draft`, {
      method: 'PUT',
      body: { definition: changed, revision: 0 },
    })
    expect(saved.status).toBe(200)
    const stale = await journey.api(`/ivr/flows/${id}/draft`, {
      method: 'PUT',
      body: { definition: menu, revision: 0 },
    })
    expect(stale.status).toBe(409)
    expect(stale.body.error.details).toMatchObject({ revision: 1, by: expect.any(String) })
    expect(
      (await journey.api(`/ivr/flows/${id}/publish`, { method: 'POST', body: { message: 'second', revision: 1 } }))
        .status,
    ).toBe(200)
    await act(callSid, 'digits', { digits: '1' })
    await journey.advance(20_000)
    expect((await heardOn(callSid)).at(-1)).toBe('Goodbye.')
    const next = await call(await somebody())
    await until(next, 'gather')
    await act(next, 'digits', { digits: '1' })
    await journey.advance(20_000)
    expect((await heardOn(next)).at(-1)).toBe('Farewell.')
    const versions = (await journey.api(`/ivr/flows/${id}/versions`)).body.items
    expect(versions.map(({ version, message }: { version: number; message: string }) => [version, message])).toEqual([
      [2, 'second'],
      [1, 'first'],
    ])
    const activity = (await journey.api(`/ivr/flows/${id}/activity?version=1`)).body
    expect(activity.states.find(({ state }: { state: string }) => state === 'menu')).toMatchObject({ entered: 4 })
  })

  test('is texted nothing by the flow when they have opted out', async () => {
    const from = await somebody()
    await text(from, 'STOP')
    await journey.advance(1_000)
    const before = (await journey.textsOf(from)).length
    const callSid = await call(from)
    await until(callSid, 'gather')
    await act(callSid, 'digits', { digits: '2' })
    await until(callSid, 'record')
    await act(callSid, 'hangup')
    await journey.advance(5_000)
    await expect.poll(() => visitsOf(callSid), patience).toContain('sorry:failed')
    expect(await journey.textsOf(from)).toHaveLength(before)
    const [kept] = await journey.rows('select verdict, rule from permission_verdicts where to_number = $1', [from])
    expect(kept).toEqual({ verdict: 'refused', rule: 'opted_out' })
  })
})

const bodies = async (phone: string) =>
  (await journey.textsOf(phone))
    .filter(({ direction }: { direction?: string }) => direction !== 'outbound')
    .map(({ body }: { body: string }) => body)
const text = (phone: string, body: string) =>
  journey.control(`/phones/${encodeURIComponent(phone)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body },
  })

const heardBy = async (flowId: string) => {
  await answerBy('flowId', flowId)
  const from = await somebody()
  const callSid = await call(from)
  await journey.advance(20_000)
  return { from, heard: await heardOn(callSid) }
}

const asking = (url: string) => ({
  initial_state: 'hello',
  states: [
    say('hello', 'One moment.', 'ask'),
    state(
      'ask',
      'make-http-request',
      { method: 'GET', url, parameters: [{ key: 'from', value: '{{trigger.call.From}}' }] },
      { success: 'tell', failed: 'sorry' },
    ),
    say('tell', 'There are {{widgets.ask.parsed.count}} jobs, the first is {{widgets.ask.parsed.first.title}}.'),
    say('sorry', 'We cannot see the jobs right now.'),
  ],
})

describe('a flow that asks another system', () => {
  test('tells the caller what it said', async () => {
    const { from, heard } = await heardBy(await published('Asks', asking(`${jobsOrigin}/jobs`)))
    expect(heard).toEqual(['One moment.', 'There are 7 jobs, the first is Night nurse.'])
    expect(asked).toContain(`GET /jobs?from=${encodeURIComponent(from)}`)
  })

  test.each([
    ['says no', () => `${jobsOrigin}/gone`],
    ['lies in the own network and was not named', () => 'http://10.0.0.5/jobs'],
    ['does not exist', () => 'http://nobody.invalid/'],
    ['is this machine by another name', () => 'http://[::ffff:127.0.0.1]:1/'],
    ['is this machine by a number', () => 'http://2130706433:1/'],
    ['is this machine by a name that resolves to it', () => 'http://localhost.:1/'],
    ['leads on to this machine', () => `${jobsOrigin}/astray`],
  ])('goes on without one that %s', async (what, url) => {
    const { heard } = await heardBy(await published(`Asks what ${what}`, asking(url())))
    expect(heard).toEqual(['One moment.', 'We cannot see the jobs right now.'])
  })
})

describe('a flow that calls somebody', () => {
  const calling = {
    initial_state: 'Trigger',
    states: [
      state('Trigger', 'trigger', {}, { incomingCall: 'wrong', incomingRequest: 'call' }),
      state(
        'call',
        'make-outgoing-call-v2',
        { to: '{{contact.channel.address}}' },
        { answered: 'hello', failed: 'wrong' },
      ),
      say('hello', 'This is The Well for {{trigger.request.to}}.'),
      say('wrong', 'Wrong way.'),
    ],
  }

  test('talks to whom we called, when they answer', async () => {
    const flowId = await published('Calls', calling)
    const to = await somebody()
    const placed = await journey.api('/calls', { method: 'POST', body: { to, flowId } })
    expect(placed.status).toBe(201)
    await journey.advance(2_000)
    await act(placed.body.callSid, 'answer')
    await journey.advance(10_000)
    expect(await heardOn(placed.body.callSid)).toEqual([`This is The Well for ${to}.`])
    expect(await visitsOf(placed.body.callSid)).toEqual([
      'Trigger:incomingRequest',
      'call:…',
      'call:answered',
      'hello:audioComplete',
    ])
  })

  test('that is not published calls nobody', async () => {
    const draft = await journey.api('/ivr/flows', { method: 'POST', body: { name: 'Draft only', definition: calling } })
    const to = await somebody()
    const refused = await journey.api('/calls', { method: 'POST', body: { to, flowId: draft.body.id } })
    expect(refused.status).toBe(409)
    expect(await journey.rows('select from twilio_call_logs where to_number = $1', [to])).toEqual([])
    const both = await journey.api('/calls', {
      method: 'POST',
      body: { to, flowId: draft.body.id, url: 'https://example.com/' },
    })
    expect(both.status).toBe(400)
  })
})

describe('a flow that listens to what is meant', () => {
  test.each([
    ['I am running late, sorry', 'Take your time.'],
    ['billing please', 'Billing it is.'],
    ['the weather is nice', 'We did not understand.'],
  ])('hears “%s” and says “%s”', async (spoken, answer) => {
    const intent = {
      initial_state: 'ask',
      states: [
        state(
          'ask',
          'gather-input-on-call',
          { say: 'What is it about?' },
          { speech: 'mean', keypress: 'lost', timeout: 'lost' },
        ),
        state(
          'mean',
          'eva-intent',
          { text: '{{widgets.ask.SpeechResult}}', intents: 'running_late, billing' },
          { running_late: 'late', billing: 'bill', noMatch: 'lost' },
        ),
        say('late', 'Take your time.'),
        say('bill', 'Billing it is.'),
        say('lost', 'We did not understand.'),
      ],
    }
    await answerBy('flowId', await published(`Intent ${spoken}`, intent))
    const callSid = await call(await somebody())
    await until(callSid, 'gather')
    await act(callSid, 'speech', { text: spoken })
    await journey.advance(20_000)
    expect((await heardOn(callSid)).at(-1)).toBe(answer)
  })
})

describe('a step that Twilio asks for again', () => {
  test('is answered as before, on any instance, and is logged once', async () => {
    await answerBy('flowId', await published('Again', menu))
    const callSid = await call(await somebody())
    await until(callSid, 'gather')
    await act(callSid, 'digits', { digits: '1' })
    await journey.advance(1_000)
    const webhooks: { url: string; parameters: Record<string, string>; signature: string; answer: { body: string } }[] =
      await journey.control('/webhooks')
    const step = webhooks.find(({ url, parameters }) => url.includes('/ivr/execute') && parameters.CallSid === callSid)!
    const before = await visitsOf(callSid)
    const again = await Promise.all(
      [1, 2, 3].map(() =>
        fetch(step.url, {
          method: 'POST',
          body: new URLSearchParams(step.parameters),
          headers: { 'X-Twilio-Signature': step.signature },
        }).then((answer) => answer.text()),
      ),
    )
    expect(again).toEqual([step.answer.body, step.answer.body, step.answer.body])
    expect(await visitsOf(callSid)).toEqual(before)
    const forged = await fetch(step.url, {
      method: 'POST',
      body: new URLSearchParams(step.parameters),
      headers: { 'X-Twilio-Signature': 'x' },
    })
    expect(forged.status).toBe(403)
  })

  test('and steps of the future, other calls and keys without end are answered with TwiML; two presses at once count once', async () => {
    await answerBy('flowId', await published('Pressed', menu))
    const callSid = await call(await somebody())
    await until(callSid, 'gather')
    const { emulator, server } = journey
    const [{ id, step }] = await journey.rows('select id, step from ivr_executions where call_sid = $1', [callSid])
    const send = webhookSender({ url: server.url, publicOrigin: server.url, authToken: emulator.authToken })
    const ask = (query: string, more: Record<string, string> = {}) =>
      send(`/api/twilio/ivr/execute?${query}`, {
        CallSid: callSid,
        CallStatus: 'in-progress',
        From: '+12125550000',
        To: journey.ourNumber,
        ...more,
      })
    const odd = await Promise.all([
      ask(`execution=${id}&step=${step + 7}`, { Digits: '1' }),
      ask(`execution=${id}&step=${step}`, { CallSid: `CA${'f'.repeat(32)}`, Digits: '1' }),
      ask(`execution=${id}&step=0`, { Digits: '☎' }),
    ])
    for (const answer of odd) expect(answer).toMatchObject({ status: 200, contentType: 'text/xml' })
    const before = await visitsOf(callSid)
    const presses = await Promise.all(
      ['1', '2', '5'.repeat(9_000), '☎'].map((Digits) => ask(`execution=${id}&step=${step}`, { Digits })),
    )
    expect(new Set(presses.map(({ body }) => body)).size).toBe(1)
    const after = await visitsOf(callSid)
    expect(after.length).toBeGreaterThan(before.length)
    expect(after.filter((visit: string) => visit.startsWith('which:'))).toHaveLength(1)
    await act(callSid, 'hangup')
    await journey.advance(1_000)
    expect(await ask(`execution=${id}&step=${step + 1}`, { Digits: '1' })).toMatchObject({ status: 200 })
  })

  test('is asked anew when the database lost it: no key counts for a menu that the caller has left', async () => {
    await answerBy('flowId', await published('Lost', menu))
    const callSid = await call(await somebody())
    await until(callSid, 'gather')
    const { pool } = journey.server.installation.database
    const kept = `select json_agg(execution) from ivr_executions execution where call_sid = $1`
    const { rows } = await pool.query<{ json_agg: object }>(kept, [callSid])
    await act(callSid, 'digits', { digits: '5' })
    await journey.advance(1_000)
    await until(callSid, 'gather')
    await pool.query(
      `update ivr_executions execution set revision = lost.revision, step = lost.step, state = lost.state, document = lost.document,
              pending = lost.pending
         from json_populate_recordset(null::ivr_executions, $1) lost where execution.id = lost.id`,
      [JSON.stringify(rows[0]!.json_agg)],
    )
    await pool.query(
      `delete from ivr_interactions using ivr_executions execution
        where execution_id = execution.id and call_sid = $1 and sequence >= (execution.state ->> 'visits')::integer`,
      [callSid],
    )
    await act(callSid, 'digits', { digits: '1' })
    await journey.advance(2_000)
    await until(callSid, 'gather')
    expect((await heardOn(callSid)).at(-1)).toBe('Press one for jobs, two to leave a message.')
    await act(callSid, 'digits', { digits: '1' })
    await journey.advance(20_000)
    expect(await heardOn(callSid)).toContainEqual(expect.stringContaining('You are number'))
  })
})

describe('a flow that answers texts', () => {
  const survey = {
    initial_state: 'ask',
    states: [
      state(
        'ask',
        'send-and-wait-for-reply',
        { body: 'Are you free on Monday?', timeout: '3600' },
        { incomingMessage: 'thank', timeout: 'remind', deliveryFailure: 'remind' },
      ),
      state('thank', 'send-message', { body: 'You wrote: {{widgets.ask.inbound.Body}}' }),
      state('remind', 'send-message', { body: 'We did not hear from you.' }),
    ],
  }
  beforeAll(async () => answerBy('textFlowId', await published('Survey', survey)))
  afterAll(() => answerBy('textFlowId', null))

  test('asks, waits for the reply and goes on by it', async () => {
    const phone = await somebody()
    await text(phone, 'Hello')
    await journey.advance(1_000)
    await expect.poll(() => bodies(phone), patience).toContain('Are you free on Monday?')
    await text(phone, 'Yes, at ten')
    await journey.advance(1_000)
    await expect.poll(() => bodies(phone), patience).toContain('You wrote: Yes, at ten')
  })

  test('goes on by itself when no reply comes in time', async () => {
    const phone = await somebody()
    await text(phone, 'Hello')
    await journey.advance(1_000)
    await expect.poll(() => bodies(phone), patience).toContain('Are you free on Monday?')
    await journey.advance(3_599_000)
    await wake()
    expect(await bodies(phone)).not.toContain('We did not hear from you.')
    await journey.advance(2_000)
    await wake()
    await journey.advance(1_000)
    expect(await bodies(phone)).toContain('We did not hear from you.')
  })

  test('ends with STOP, whatever it waits for', async () => {
    const phone = await somebody()
    await text(phone, 'Hello')
    await journey.advance(1_000)
    await expect.poll(() => bodies(phone), patience).toContain('Are you free on Monday?')
    await text(phone, 'STOP')
    await journey.advance(1_000)
    await expect
      .poll(
        async () =>
          (await journey.rows('select status, ended_by from ivr_executions where their_number = $1', [phone]))[0],
        patience,
      )
      .toEqual({ status: 'ended', ended_by: 'hangup' })
  })
})

const nested = (levels: number) => `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`
describe('a hostile definition', () => {
  const walk = (definition: object, deeds: object[] = []) =>
    journey.api(`/ivr/flows/${draftId}/simulate`, { method: 'POST', body: { definition, deeds } })
  let draftId = ''
  beforeAll(async () => {
    draftId = (await journey.api('/ivr/flows', { method: 'POST', body: { name: 'Hostile' } })).body.id
  })
  const save = (body: string) => journey.api(`/ivr/flows/${draftId}/draft`, { method: 'PUT', body })
  const bomb = '{% for a in (1..900) %}{% for b in (1..900) %}{{ a | times: b }}{% endfor %}{% endfor %}'

  test('that is nested without end, or has ten thousand steps, is refused honestly', async () => {
    for (const levels of [60, 3_000, 100_000]) {
      const draft = `{"initial_state":"a","x":${nested(levels)},"states":[{"name":"a","type":"say-play","properties":{}}]}`
      expect(await save(`{"revision":0,"definition":${draft}}`)).toMatchObject({ status: 400 })
    }
    const states = Array.from({ length: 10_000 }, (_, index) => state(`s${index}`, 'say-play', {}))
    expect((await walk({ initial_state: 's0', states })).status).toBe(400)
  })

  test('whose templates burst keeps nobody else waiting', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`p${index}`, bomb]))
    const doubling = state(
      'd',
      'set-variables',
      { variables: [{ key: 'x', value: '{{flow.variables.x}}{{flow.variables.x}}ab' }] },
      { next: 'd' },
    )
    const bursting = [
      { initial_state: 'a', states: [state('a', 'say-play', { say: 'Hi', ...many })] },
      { initial_state: 'a', states: [state('a', 'split-based-on', { input: bomb }, { noMatch: 'a' })] },
      { initial_state: 'd', states: [doubling] },
    ]
    for (const definition of bursting) {
      const longest = await longestStall(async () => {
        expect(await walk(definition, [{ do: 'press', digits: '1' }])).toMatchObject({
          status: 200,
          body: { status: 'ended' },
        })
      })
      expect(longest).toBeLessThan(2_000)
    }
  })
})

/** The longest that the event loop stood still meanwhile, in milliseconds. */
async function longestStall(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}

describe('the draft of a flow', () => {
  test('is exported as it was imported, with what is not known here', async () => {
    const studio = {
      ...menu,
      states: [
        ...menu.states,
        state('pay', 'capture-payments', { currency: 'usd', x: [1, { y: null }] }, { success: 'bye' }),
      ],
    }
    const made = await journey.api('/ivr/flows/import', {
      method: 'POST',
      body: { name: 'Imported', definition: studio },
    })
    expect(made.status).toBe(201)
    expect((await journey.api(`/ivr/flows/${made.body.id}/export`)).body).toEqual(studio)
  })

  test('is not published with an error, and says which', async () => {
    const made = await journey.api('/ivr/flows', {
      method: 'POST',
      body: { name: 'Broken', definition: { initial_state: 'a', states: [say('a', 'Hi', 'nowhere')] } },
    })
    const refused = await journey.api(`/ivr/flows/${made.body.id}/publish`, {
      method: 'POST',
      body: { message: '', revision: 0 },
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error.details.issues).toMatchObject([{ code: 'transition_to_nowhere', state: 'a' }])
  })

  test('is not published while one of its tests fails', async () => {
    const made = await journey.api('/ivr/flows', {
      method: 'POST',
      body: { name: 'Tested', definition: { initial_state: 'a', states: [say('a', 'Hi')] } },
    })
    const path = `/ivr/flows/${made.body.id}`
    const body = { name: 'says hello', script: { world: {}, lines: [{ hears: 'hello' }] } }
    const saved = await journey.api(`${path}/tests`, { method: 'POST', body })
    expect(saved.status).toBe(201)
    const refused = await journey.api(`${path}/publish`, { method: 'POST', body: { message: '', revision: 0 } })
    expect(refused.body.error.message).toBe('The test “says hello” fails: “hello” was not heard, but “Hi”.')
    await journey.api(`${path}/tests/${saved.body.id}`, {
      method: 'PUT',
      body: { ...body, script: { world: {}, lines: [{ hears: 'hi' }, { ends: true }] } },
    })
    expect((await journey.api(`${path}/tests/run`, { method: 'POST', body: {} })).body.items).toMatchObject([
      { passed: true },
    ])
    expect((await journey.api(`${path}/publish`, { method: 'POST', body: { message: '', revision: 0 } })).status).toBe(
      200,
    )
  })

  test('is walked through without a call, by the words and the path of a call', async () => {
    const made = await journey.api('/ivr/flows', { method: 'POST', body: { name: 'Walked', definition: menu } })
    const walk = (
      await journey.api(`/ivr/flows/${made.body.id}/simulate`, {
        method: 'POST',
        body: { world: { from: '+14155550123' }, deeds: [{ do: 'press', digits: '1' }] },
      })
    ).body
    expect(
      walk.lines.filter(({ kind }: { kind: string }) => kind === 'heard').map(({ text }: { text: string }) => text),
    ).toEqual([
      'Welcome to The Well.',
      'Press one for jobs, two to leave a message.',
      'You are number +14155550123.',
      'Goodbye.',
    ])
    expect(walk).toMatchObject({ status: 'ended', endedBy: 'flow' })
  })

  test('may be changed by supervisors and administrators only', async () => {
    expect((await journey.api('/ivr/flows', { headers: { Authorization: 'Bearer nobody' } })).status).toBe(401)
  })
})
