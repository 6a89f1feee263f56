import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startJourney, type Journey } from '../helpers/start-journey'

const patience = { timeout: 10_000 }
const readable = { name: 'Jobs', match: 'exact', words: ['jobs'], replyBody: 'Open roles: nurse, welder.' }
let journey: Journey
let handsets = 0
let gina: string

beforeAll(async () => {
  // A Monday far ahead of the database's own clock, so that the pause before a retry ends when a test says so.
  journey = await startJourney({
    role: 'all',
    emulator: { clock: { mode: 'virtual', now: Date.parse('2060-03-01T15:00:00.000Z') } },
  })
})
afterAll(() => journey.close())
beforeEach(async () => {
  handsets += 1
  gina = `+1415555${String(7000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: gina } })
})
afterEach(async () => {
  for (const { id } of await rules()) await journey.api(`/sms/keywords/${id}`, { method: 'DELETE' })
})

const rules = async () => (await journey.api('/sms/keywords')).body.items
const post = (path: string, body: object) => journey.api(`/sms/keywords${path}`, { method: 'POST', body })
const add = async (rule: object) => {
  const answer = await post('', rule)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body
}
const text = async (body: string, to = journey.ourNumber) => {
  await journey.advance(1_000)
  await journey.control(`/phones/${encodeURIComponent(gina)}/messages`, { method: 'POST', body: { to, body } })
}
const received = async () =>
  (await journey.textsOf(gina))
    .filter((entry: { direction: string }) => entry.direction !== 'outbound')
    .map((entry: { body: string }) => entry.body)
const replies = async () =>
  (await journey.api('/sms/keywords/replies?limit=200')).body.items.filter(
    (item: { from: string }) => item.from === gina,
  )
/** Settled: nothing of this person's is still to be done. */
const settled = (count: number) =>
  expect
    .poll(
      async () => (await replies()).filter((item: { status: string }) => item.status !== 'pending').length,
      patience,
    )
    .toBe(count)
const followed = async () => {
  const [{ id }] = await journey.rows('select max(id) as id from twilio_events')
  await expect
    .poll(async () => {
      const [row] = await journey.rows(`select after from twilio_event_followers where name = 'inbound-texts'`)
      return BigInt(row.after) >= BigInt(id)
    }, patience)
    .toBe(true)
}

const flowSaying = async (body: string): Promise<string> => {
  const definition = {
    description: body,
    initial_state: 'Trigger',
    states: [
      { name: 'Trigger', type: 'trigger', properties: {}, transitions: [{ event: 'incomingMessage', next: 'say' }] },
      { name: 'say', type: 'send-message', properties: { body }, transitions: [] },
    ],
  }
  const made = await journey.api('/ivr/flows', { method: 'POST', body: { name: body, definition } })
  return made.body.id
}
const publish = (flowId: string) =>
  journey.api(`/ivr/flows/${flowId}/publish`, { method: 'POST', body: { message: 'first', revision: 0 } })

describe('a keyword', () => {
  test('is answered once, tags the contact and gives the conversation to somebody', async () => {
    const invited = await journey.api('/people', {
      method: 'POST',
      body: { name: 'Rita', email: `rita${handsets}@example.com`, role: 'agent' },
    })
    const person = invited.body.person ?? invited.body
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: gina, name: 'Gina' } })
    await add({ ...readable, tags: ['nurse', 'walk-in'], assignTo: person.id })
    await text(' JOBS! ')
    await settled(1)
    expect(await replies()).toMatchObject([{ status: 'sent', keywordName: 'Jobs', text: ' JOBS! ' }])
    await journey.advance(5_000)
    expect(await received()).toContain('Open roles: nurse, welder.')
    const [contact] = (await journey.api(`/contacts?phoneNumber=${encodeURIComponent(gina)}`)).body.items
    expect(contact.tags).toEqual(['nurse', 'walk-in'])
    const [conversation] = (await journey.api('/messages/conversations?q=Gina')).body.items
    expect(conversation.assignedTo).toMatchObject({ name: 'Rita' })
    const sent = await journey.rows(`select purpose, verdict from permission_verdicts where to_number = $1`, [gina])
    expect(sent).toEqual([{ purpose: 'keyword', verdict: 'allowed' }])
    expect((await rules())[0]).toMatchObject({ answered: 1 })
  })

  test('answers with a template, filled for this person', async () => {
    const template = await journey.api('/sms/templates', {
      method: 'POST',
      body: { name: `Roles ${handsets}`, body: 'Hi {{ contact.first_name }}, we look for nurses.' },
    })
    expect(template.status).toBe(201)
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: gina, name: 'Gina Prior' } })
    await add({ ...readable, replyBody: null, replyTemplateId: template.body.id })
    await text('jobs')
    await settled(1)
    await journey.advance(5_000)
    expect(await received()).toContain('Hi Gina, we look for nurses.')
  })

  test('starts a flow, which answers in its place', async () => {
    const flowId = await flowSaying('The flow thanks you.')
    const early = await post('', { ...readable, replyBody: null, flowId })
    expect([early.status, early.body.error.details?.[0]?.message ?? early.body.error.message]).toEqual([
      400,
      'This flow is not published yet. Publish it first.',
    ])
    await publish(flowId)
    await add({ ...readable, replyBody: null, flowId })
    await text('jobs')
    await settled(1)
    await journey.advance(5_000)
    await expect.poll(received, patience).toContain('The flow thanks you.')
  })

  test('answers in place of the flow of its number, or starts another', async () => {
    const [own, other] = [await flowSaying('The number answers.'), await flowSaying('The rule’s flow answers.')]
    await Promise.all([publish(own), publish(other)])
    const [number] = await journey.rows('select id, answer from twilio_phone_numbers where phone_number = $1', [
      journey.ourNumber,
    ])
    const setAnswer = (answer: object) =>
      journey.rows('update twilio_phone_numbers set answer = $2 where id = $1', [number.id, JSON.stringify(answer)])
    await setAnswer({ ...number.answer, textFlowId: own })
    await add(readable)
    await add({ ...readable, name: 'Flow', words: ['flow'], replyBody: null, flowId: other })
    const texts = ['jobs', 'flow', 'anything else']
    for (const body of texts) await text(body)
    await settled(2)
    await journey.advance(5_000)
    const answers = ['Open roles: nurse, welder.', 'The number answers.', 'The rule’s flow answers.']
    await expect.poll(async () => (await received()).toSorted(), patience).toEqual([...texts, ...answers].toSorted())
    await setAnswer(number.answer)
  })

  test('with a template that lacks something for this person sends nothing and says why', async () => {
    const body = 'Hi {{ contact.first_name }}, we look for nurses.'
    const template = await journey.api('/sms/templates', { method: 'POST', body: { name: `Bare ${handsets}`, body } })
    const rule = await add({ ...readable, replyBody: null, replyTemplateId: template.body.id })
    await text('jobs')
    await settled(1)
    expect(await replies()).toMatchObject([
      { status: 'skipped', reason: expect.stringContaining('lacks contact.first_name') },
    ])
    await journey.api(`/sms/templates/${template.body.id}`, { method: 'DELETE' })
    await text('jobs')
    await settled(2)
    expect((await replies())[0]).toMatchObject({ status: 'skipped', reason: 'There is no such template.' })
    expect(await received()).toEqual(['jobs', 'jobs'])
    const change = (enabled: boolean) => journey.api(`/sms/keywords/${rule.id}`, { method: 'PATCH', body: { enabled } })
    expect((await change(false)).status).toBe(200)
    expect((await change(true)).status).toBe(400)
  })

  test('is asked in order; one text has one answer', async () => {
    const first = await add({
      ...readable,
      name: 'Any job',
      match: 'contains',
      words: ['job', 'jobs'],
      replyBody: 'First',
    })
    const second = await add({ ...readable, replyBody: 'Second' })
    await text('jobs')
    await settled(1)
    expect(await replies()).toMatchObject([{ keywordId: first.id }])
    const ordered = await post('/order', { ids: [second.id, first.id] })
    expect(ordered.body.items.map((item: { id: string }) => item.id)).toEqual([second.id, first.id])
    await text('jobs')
    await settled(2)
    expect((await replies())[0]).toMatchObject({ keywordId: second.id })
    expect((await post('/order', { ids: [second.id] })).status).toBe(409)
  })

  test('of one number, switched off, or out of its hours is silent', async () => {
    await add({ ...readable, name: 'Other', ourNumber: journey.otherNumber })
    await add({ ...readable, name: 'Off', enabled: false })
    const hours = { timeZone: 'America/New_York', days: [1, 2, 3, 4, 5], from: '18:00', to: '08:00', when: 'during' }
    await add({ ...readable, name: 'Night', hours })
    await add({ ...readable, name: 'Day', hours: { ...hours, when: 'outside' } })
    const tried = await post('/test', { body: 'jobs', ourNumber: journey.ourNumber })
    expect(tried.body.considered.map((item: { verdict: string }) => item.verdict)).toEqual([
      'other_number',
      'off',
      'other_hours',
      'answers',
    ])
    expect(tried.body.sentence).toBe('“Day” answers: Open roles: nurse, welder.')
    await text('jobs')
    await settled(1)
    expect((await replies())[0].keywordName).toBe('Day')
    await text('jobs', journey.otherNumber)
    await settled(2)
    expect((await replies())[0].keywordName).toBe('Other')
  })

  test('never answers what Twilio answers, a refusal, a machine, or somebody who opted out', async () => {
    await add({ ...readable, name: 'All', match: 'any', words: [], replyBody: 'We will be with you soon.' })
    for (const body of ['HELP', 'START', 'please stop texting me']) await text(body)
    await followed()
    expect(await replies()).toEqual([])
    await text('This is an automated message. Do not reply.')
    await settled(1)
    expect((await replies())[0]).toMatchObject({ status: 'skipped', reason: expect.stringContaining('machine') })
    await text('STOP')
    await text('But when do I start?')
    await settled(2)
    expect((await replies())[0]).toMatchObject({ status: 'refused' })
    await journey.advance(5_000)
    expect(await received()).not.toContain('We will be with you soon.')
    expect((await post('/test', { body: 'leave me alone' })).body).toMatchObject({ keywordId: null })
  })

  test('does not keep two machines talking', async () => {
    await add({ ...readable, name: 'All', match: 'any', words: [], replyBody: 'We will be with you soon.' })
    await text('Hello')
    await settled(1)
    await text('We will be with you soon.')
    await settled(2)
    expect((await replies())[0]).toMatchObject({ status: 'skipped', reason: 'This text repeats our own reply.' })
    // One after the other: the same words to the same person wait until the first are known to have arrived.
    for (const [index, body] of ['one', 'two', 'three', 'four'].entries()) {
      await text(body)
      await settled(3 + index)
    }
    const sent = (await replies()).filter((item: { status: string }) => item.status === 'sent')
    expect(sent).toHaveLength(3)
  })

  test('whose reply Twilio cannot take now is kept for another try, and the text is not answered twice', async () => {
    await add(readable)
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 429, code: 20429 })
    await text('jobs')
    await settled(1)
    expect((await replies())[0]).toMatchObject({ status: 'failed' })
    await journey.control('/faults', { method: 'DELETE' })
    const [operation] = await journey.rows(
      `select id from failed_operations where payload ->> 'to' = $1 and settled_at is null`,
      [gina],
    )
    expect((await journey.api(`/operations/${operation.id}/retry`, { method: 'POST' })).status).toBe(200)
    await journey.advance(5_000)
    expect((await received()).filter((body: string) => body === readable.replyBody)).toHaveLength(1)
  })
})

describe('a suggestion without a model', () => {
  test('is made by the words alone, and sends itself only where that is allowed', async () => {
    await text("I'm running 10 minutes late")
    await followed()
    expect(await replies()).toEqual([])
    const allowed = await journey.api('/ai-settings', { method: 'PATCH', body: { autoReplyIntents: ['running_late'] } })
    expect(allowed.body).toMatchObject({ provider: null, model: null, autoReplyIntents: ['running_late'] })
    await text("I'm running late, stuck in traffic")
    await settled(1)
    expect(await replies()).toMatchObject([{ kind: 'auto_reply', status: 'sent', keywordName: null }])
    const [reply] = await replies()
    const suggestion = await journey.api(`/messages/${reply.messageId}/suggestion`)
    expect(suggestion.body).toMatchObject({ intent: 'running_late', source: 'local', model: null })
    await journey.api('/ai-settings', { method: 'PATCH', body: { autoReplyIntents: [] } })
  })
})

describe('a rule', () => {
  test.each([
    ['no words', { words: [] }, 'words'],
    ['a word that Twilio answers', { words: ['Stop'] }, 'words'],
    ['a broken pattern', { match: 'pattern', words: ['('] }, 'words'],
    ['a pattern that looks behind', { match: 'pattern', words: ['(?<=a)b'] }, 'words'],
    ['a pattern that is too large', { match: 'pattern', words: ['((a{1,100}){1,100}){1,10}'] }, 'words'],
    ['nothing to do', { replyBody: null }, 'replyBody'],
    ['no day', { hours: { timeZone: 'UTC', days: [], from: '09:00', to: '17:00', when: 'during' } }, 'hours'],
    ['a number that is not ours', { ourNumber: '+14155559999' }, 'ourNumber'],
    ['a stranger', { assignTo: 'nobody' }, 'assignTo'],
    ['a flow that is none', { flowId: '018f2b6e-7d3a-7c1e-9a4b-3f5d2c1b0a99' }, 'flowId'],
    [
      'a template that is none',
      { replyBody: null, replyTemplateId: '018f2b6e-7d3a-7c1e-9a4b-3f5d2c1b0a99' },
      'replyTemplateId',
    ],
  ])('with %s is refused with a sentence', async (_name, change, field) => {
    const answer = await post('', { ...readable, ...change })
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toMatch(new RegExp(`^${field}: .+\\.$`))
  })

  test('is changed as a whole, and deleted', async () => {
    const { id } = await add(readable)
    const changed = await journey.api(`/sms/keywords/${id}`, {
      method: 'PATCH',
      body: { name: 'Roles', words: ['roles'] },
    })
    expect(changed.body).toMatchObject({ name: 'Roles', words: ['roles'], replyBody: readable.replyBody })
    expect((await journey.api(`/sms/keywords/${id}`, { method: 'PATCH', body: { replyBody: null } })).status).toBe(400)
    expect((await journey.api(`/sms/keywords/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await journey.api(`/sms/keywords/${id}`, { method: 'DELETE' })).status).toBe(404)
    const audited = await journey.rows('select action from audit_log where subject = $1 order by action', [id])
    expect(audited.map((row) => row.action)).toEqual(['keyword.change', 'keyword.create', 'keyword.delete'])
  })
})
