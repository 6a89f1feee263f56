import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteExpiredRecordings } from '@/lib/services/recordings/delete-expired-recordings'
import { fetchRecording } from '@/lib/services/recordings/fetch-recording'
import { forgetDeletedRecordings } from '@/lib/services/recordings/forget-deleted-recordings'
import { queueWaitingRecordings } from '@/lib/services/recordings/queue-waiting-recordings'
import { recoverMissed } from '@/lib/services/recoveries/recover-missed'
import { startJourney, type Journey } from '../helpers/start-journey'
import { webhookSender } from '../helpers/webhook-sender'

const patience = { timeout: 15_000 }
const desk = '+12125558891'
let journey: Journey
let nora: string
let callers = 0

beforeAll(async () => {
  journey = await startJourney({ role: 'all', env: { TWILIO_DEFAULT_TRANSFER_NUMBER: desk } })
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: desk } })
})
afterAll(() => journey.close())
beforeEach(async () => {
  await journey.control('/faults', { method: 'DELETE' })
  callers += 1
  nora = `+1212555${String(7000 + callers)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: nora } })
})

const act = (callSid: string, action: string, body: object = {}) =>
  journey.control(`/calls/${callSid}/${action}`, { method: 'POST', body })
/** Lets time pass until the call waits for that deed of its person. */
async function until(callSid: string, waitingFor: string) {
  for (let second = 0; second < 60; second += 1) {
    if ((await journey.control(`/calls/${callSid}`)).waitingFor === waitingFor) return
    await journey.advance(1_000)
  }
  throw new Error(`the call never waited for ${waitingFor}`)
}
/** Somebody calls us; the desk rings. */
async function callUs(): Promise<string> {
  const { callSid } = await journey.control(`/phones/${encodeURIComponent(nora)}/calls`, {
    method: 'POST',
    body: { to: journey.ourNumber },
  })
  await journey.advance(12_000)
  return callSid
}
/** Nobody answers, and the caller leaves a message. */
async function leaveMessage(): Promise<string> {
  const callSid = await callUs()
  await until(callSid, 'record')
  await act(callSid, 'record', { seconds: 9, text: 'Please call me back.' })
  await journey.advance(30_000)
  return callSid
}
const recordingsOf = async (callSid: string) => (await journey.api(`/recordings?callSid=${callSid}`)).body.items
async function kept(callSid: string) {
  await expect.poll(async () => (await recordingsOf(callSid))[0]?.file.status, patience).toBe('stored')
  return (await recordingsOf(callSid))[0]
}
const media = (path: string, headers: Record<string, string> = {}) => fetch(journey.server.url + path, { headers })
const asAdmin = { Authorization: 'Bearer admin-key-of-the-tests' }
const asJob = () => ({
  ...journey.server.installation,
  actor: { type: 'job' as const, task: 'test' },
  requestId: 'test',
})
async function keyOf(role: string) {
  const made = await journey.api('/api-keys', { method: 'POST', body: { name: `${role} of the tests`, role } })
  return { Authorization: `Bearer ${made.body.secret}` }
}
const filesInStore = async () => {
  const directory = join(journey.server.installation.config.dataDirectory, 'files', 'recordings')
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).length
}
async function atTwilio(recordingSid: string) {
  const { url, accountSid, authToken } = journey.emulator
  const headers = { Authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` }
  return (await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}.json`, { headers })).status
}
const audited = async (subject: string) =>
  (await journey.rows('select action from audit_log where subject = $1 order by at', [subject])).map(
    ({ action }) => action,
  )
const sendWebhook = (parameters: Record<string, string>) => {
  const { url } = journey.server
  return webhookSender({ url, publicOrigin: url, authToken: journey.emulator.authToken })('recording', parameters)
}

const notice = 'This call is recorded for training.'
const rule = (part: object) => ({
  id: '00000000-0000-7000-8000-000000000001',
  direction: null,
  ourNumber: null,
  flowId: null,
  personId: null,
  record: true,
  notice: null,
  ...part,
})
async function save(rules: object[], onDemandNotice: string | null = null, others: object = {}) {
  const { version } = (await journey.api('/recording-rules')).body
  const body = { basedOn: version, rules: { rules, onDemandNotice, ...others } }
  expect((await journey.api('/recording-rules', { method: 'PUT', body })).status).toBe(200)
}
const legTo = async (phoneNumber: string) =>
  (await journey.control(`/phones/${encodeURIComponent(phoneNumber)}/calls`))[0].callSid as string
const heardOn = async (callSid: string): Promise<string> =>
  (await journey.control(`/calls/${callSid}`)).heard.map((entry: { text?: string }) => entry.text ?? '').join(' ')
/** The desk takes the call. */
const take = () => takeOn(desk)
async function takeOn(phoneNumber: string) {
  const leg = await legTo(phoneNumber)
  await act(leg, 'answer')
  await until(leg, 'gather')
  await act(leg, 'digits', { digits: '1' })
  await journey.advance(3_000)
  return leg
}
/** What rules want was done, or was found not to be wanted. */
const decided = () =>
  expect
    .poll(() => journey.rows(`select from graphile_worker.jobs where task_identifier = 'record-by-rule'`), patience)
    .toEqual([])
const running = async (callSid: string) =>
  (await recordingsOf(callSid)).map((item: { status: string }) => item.status) as string[]
/** One recording is running, once time has gone on. */
const isBegun = (callSid: string) =>
  expect
    .poll(async () => {
      await journey.advance(500)
      return running(callSid)
    }, patience)
    .toEqual(['in-progress'])
async function end(callSid: string) {
  await journey.advance(5_000)
  await act(callSid, 'hangup')
  await journey.advance(10_000)
}

describe('a voicemail', () => {
  test('is fetched into our store by itself, listed and found by call, number and kind', async () => {
    await journey.api('/contacts', { method: 'POST', body: { phoneNumber: nora, name: 'Nora' } })
    const callSid = await leaveMessage()
    const recording = await kept(callSid)
    expect(recording).toMatchObject({
      recordingSid: expect.stringMatching(/^RE/),
      callSid,
      kind: 'voicemail',
      status: 'completed',
      direction: 'inbound',
      from: nora,
      contactName: 'Nora',
      durationSeconds: expect.any(Number),
      file: { status: 'stored', contentType: 'audio/wav', reason: null },
    })
    const found = async (query: string) =>
      (await journey.api(`/recordings?${query}`)).body.items.map((item: { callSid: string }) => item.callSid)
    expect(await found(`phoneNumber=${encodeURIComponent(nora)}`)).toEqual([callSid])
    expect(await found('kind=voicemail&limit=1')).toEqual([callSid])
    expect(await found('kind=conference')).toEqual([])
    expect(await found('q=nor')).toEqual([callSid])
    expect(await found(`q=${nora.slice(-4)}&kind=voicemail`)).toContain(callSid)
    expect(await found('q=Nobody')).toEqual([])
    expect(recording).toMatchObject({ reason: { by: 'voicemail', name: null }, notice: null })
    expect(await found(`to=${recording.startedAt}`)).not.toContain(callSid)
    expect((await journey.api(`/recordings/${recording.recordingSid}`)).body).toEqual(recording)
    expect((await journey.api('/recordings?limit=1&cursor=zzz')).status).toBe(400)
  })

  test('is heard in ranges by who may, and by a link that ends; nobody else, and nothing keeps a copy', async () => {
    const { recordingSid, file } = await kept(await leaveMessage())
    const path = `/api/twilio/recordings/${recordingSid}/media`
    const whole = await media(path, asAdmin)
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect([whole.status, bytes.length, bytes.toString('latin1', 0, 4)]).toEqual([200, file.sizeBytes, 'RIFF'])
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'content-disposition': expect.stringContaining(`inline; filename="${recordingSid}.wav"`),
    })
    const part = await media(path, { ...asAdmin, Range: 'bytes=4-11' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-11/${file.sizeBytes}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(4, 12))

    expect((await media(path)).status).toBe(401)
    expect((await media(path, await keyOf('viewer'))).status).toBe(403)
    expect((await journey.api('/recordings', { headers: await keyOf('viewer') })).status).toBe(403)

    const link = await journey.api(`/recordings/${recordingSid}/media-link`, { method: 'POST' })
    expect(link).toMatchObject({ status: 201, body: { url: expect.stringContaining(`${path}?ticket=`) } })
    expect(await audited(recordingSid)).toEqual(['recording.listen'])
    expect((await media(link.body.url, { Range: 'bytes=0-3' })).status).toBe(206)
    const other = await kept(await leaveMessage())
    const ticket = new URL(link.body.url, journey.server.url).searchParams.get('ticket') ?? ''
    expect((await media(`/api/twilio/recordings/${other.recordingSid}/media?ticket=${ticket}`)).status).toBe(404)
    expect((await media(`${path}?ticket=${ticket.slice(0, -1)}`)).status).toBe(404)
    await journey.advance(3_601_000)
    expect((await media(link.body.url)).status).toBe(404)
  })

  test('that cannot be fetched says so, is had at the next try, and one that never will be waits for a person', async () => {
    await journey.faults({ on: 'request', method: 'GET', path: '/Recordings', action: 'fail', status: 503, times: 1 })
    const callSid = await leaveMessage()
    const file = async () => (await recordingsOf(callSid))[0].file
    await expect.poll(async () => (await file()).status, patience).toBe('failed')
    expect((await file()).reason).toMatch(/HTTP 503/)
    const { recordingSid } = (await recordingsOf(callSid))[0]
    expect((await journey.api(`/recordings/${recordingSid}/media-link`, { method: 'POST' })).status).toBe(409)
    await fetchRecording(asJob(), { recordingSid })
    expect(await file()).toMatchObject({ status: 'stored', reason: null })

    const strange = `RE${'ab'.repeat(16)}`
    await sendWebhook({
      RecordingSid: strange,
      CallSid: callSid,
      RecordingStatus: 'completed',
      RecordingUrl: 'http://10.0.0.7/sound',
    })
    const open = async () => (await journey.api('/operations?open=true&kind=job')).body.items
    await expect
      .poll(open, patience)
      .toMatchObject([
        { subject: `fetch-recording:recording:${strange}`, reason: expect.stringMatching(/private network/) },
      ])
    expect((await journey.api(`/recordings/${strange}`)).body.file.status).toBe('refused')
  })

  test('is deleted here and at Twilio for good, though its reports come again', async () => {
    const { recordingSid, callSid } = await kept(await leaveMessage())
    const before = await filesInStore()
    const remove = (headers: Record<string, string> = {}) =>
      journey.api(`/recordings/${recordingSid}`, { method: 'DELETE', headers })
    expect((await remove(await keyOf('agent'))).status).toBe(403)
    expect(await remove()).toMatchObject({ status: 200, body: { recordingSid, twilio: 'deleted' } })
    expect(await atTwilio(recordingSid)).toBe(404)
    expect(await filesInStore()).toBe(before - 1)
    expect((await remove()).status).toBe(404)
    await sendWebhook({ RecordingSid: recordingSid, CallSid: callSid, RecordingStatus: 'completed' })
    await queueWaitingRecordings(asJob())
    await fetchRecording(asJob(), { recordingSid })
    expect(await recordingsOf(callSid)).toEqual([])
    expect((await media(`/api/twilio/recordings/${recordingSid}/media`, asAdmin)).status).toBe(404)
    expect(await audited(recordingSid)).toEqual(['recording.delete'])
    expect(await journey.rows(`select type from twilio_events where type = 'recording.deleted'`)).toHaveLength(1)
  })

  test('that Twilio or the store cannot delete just now is gone here, and there later', async () => {
    const { recordingSid } = await kept(await leaveMessage())
    await journey.faults({
      on: 'request',
      method: 'DELETE',
      path: '/Recordings',
      action: 'fail',
      status: 503,
      times: 1,
    })
    vi.spyOn(journey.server.installation.storage, 'delete').mockRejectedValueOnce(new Error('the store is down'))
    expect((await journey.api(`/recordings/${recordingSid}`, { method: 'DELETE' })).body.twilio).toBe('pending')
    expect((await media(`/api/twilio/recordings/${recordingSid}/media`, asAdmin)).status).toBe(404)
    const before = await filesInStore()
    await forgetDeletedRecordings(asJob())
    expect(await filesInStore()).toBe(before - 1)

    // Its pause is over at once: the journey's clock is behind the one that jobs go by.
    await expect.poll(() => atTwilio(recordingSid), patience).toBe(404)
    await expect
      .poll(async () => (await journey.api('/operations?kind=recording.delete')).body.items, patience)
      .toMatchObject([{ subject: recordingSid, status: 'succeeded' }])
  })

  test('from before recordings were kept is fetched by the next round', async () => {
    const { recordingSid, callSid } = await kept(await leaveMessage())
    await journey.rows(`update twilio_recordings set file_status = 'waiting' where recording_sid = $1`, [recordingSid])
    await journey.advance(11 * 60_000)
    await queueWaitingRecordings(asJob())
    expect(await kept(callSid)).toMatchObject({ recordingSid })
  })
})

const byHand = (callSid: string, method: 'POST' | 'PATCH', body: object = {}) =>
  journey.api(`/calls/${callSid}/recording`, { method, body })
const callNow = async (callSid: string) => (await journey.api(`/calls/${callSid}`)).body
/** What the screens were told of a call that goes on, without what they were told twice. */
async function shown(callSid: string): Promise<string[]> {
  const rows = await journey.rows(
    `select data->'call'->>'recording' as recording from twilio_events where data->'call'->>'callSid' = $1 order by id`,
    [callSid],
  )
  return rows.map(({ recording }) => recording).filter((word, index, words) => word !== words[index - 1])
}

/** A step that rings the desk. */
const connect = (properties: object) => ({
  name: 'connect',
  type: 'connect-call-to',
  transitions: [{ event: 'callCompleted' }],
  properties: { noun: 'number', to: desk, caller_id: '{{contact.channel.address}}', timeout: '30', ...properties },
})
/** A published flow that goes through these steps. */
async function publish(name: string, steps: { name: string }[]): Promise<string> {
  const trigger = { event: 'incomingCall', next: steps[0]?.name }
  const definition = {
    description: name,
    initial_state: 'Trigger',
    flags: { allow_concurrent_calls: true },
    states: [{ name: 'Trigger', type: 'trigger', transitions: [trigger], properties: {} }, ...steps],
  }
  const flow = await journey.api('/ivr/flows', { method: 'POST', body: { name, definition } })
  const { id, draftRevision } = flow.body
  const body = { message: 'First', revision: draftRevision }
  expect((await journey.api(`/ivr/flows/${id}/publish`, { method: 'POST', body })).status).toBeLessThan(300)
  return id
}
async function answeredBy(flowId: string | null) {
  const { items } = (await journey.api('/numbers')).body
  const number = items.find((each: { phoneNumber: string }) => each.phoneNumber === journey.ourNumber)
  await journey.api(`/numbers/${number.id}`, { method: 'PATCH', body: { answer: { flowId } } })
}

const usual = 'This call may be recorded.'
const placeRecorded = async (body: object) =>
  (await journey.api('/calls', { method: 'POST', body: { to: nora, record: true, ...body } })).body
/** Nora picks up, and hears what comes first. */
async function answered(body: object) {
  const { callSid } = await placeRecorded(body)
  await journey.advance(2_000)
  await act(callSid, 'answer')
  await journey.advance(10_000)
  return callSid as string
}

describe('a recording that is asked for beforehand', () => {
  test('with a call of ours begins once they have heard so, before anybody is rung, and is the only one of this call', async () => {
    await save([])
    const callSid = await answered({})
    expect(await heardOn(callSid)).toMatch(new RegExp(`^${usual} .*Please hold`))
    await expect.poll(() => running(callSid), patience).toEqual(['in-progress'])
    await take()
    await decided()
    await end(callSid)
    const recording = await kept(callSid)
    expect(recording).toMatchObject({ kind: 'call', status: 'completed', channels: 2 })
    expect(recording).toMatchObject({ reason: { by: 'program', name: null }, notice: usual })
    expect(await recordingsOf(callSid)).toHaveLength(1)
  })

  test('is announced by the sentence of a rule that fits, once, and goes on with the address that was given', async () => {
    await save([rule({ direction: 'outbound', notice })])
    const callSid = await answered({ url: `${journey.server.url}/api/twilio/webhooks/voice` })
    expect((await heardOn(callSid)).split(notice)).toHaveLength(2)
    expect(await heardOn(callSid)).toContain('Please hold')
    expect(await heardOn(callSid)).not.toContain(usual)
    await take()
    await decided()
    await end(callSid)
    await expect.poll(async () => (await recordingsOf(callSid)).length, patience).toBe(1)
  })

  test('is said nothing of where administrators want none, and a machine is not recorded', async () => {
    await save([], null, { requestedNotice: null })
    const silent = await answered({})
    expect(await heardOn(silent)).toMatch(/^Hello/)
    await expect.poll(() => running(silent), patience).toEqual(['in-progress'])
    await end(silent)
    await save([])
    await journey.control(`/phones/${encodeURIComponent(nora)}`, { method: 'PATCH', body: { onCall: 'voicemail' } })
    const { callSid } = await placeRecorded({ machineDetection: 'Enable' })
    await journey.advance(60_000)
    expect(await callNow(callSid)).toMatchObject({ answeredBy: 'machine_start', status: 'completed' })
    expect(await recordingsOf(callSid)).toEqual([])
    const refused = await journey.api('/calls', { method: 'POST', body: { to: nora, record: true, ringFirst: desk } })
    expect(refused).toMatchObject({ status: 400 })
  })

  test('by a step of a flow, of the call or of whom it connects, comes after the same sentence, heard once', async () => {
    const start = {
      name: 'record',
      type: 'record-call',
      transitions: [{ event: 'success', next: 'connect' }, { event: 'failed' }],
      properties: { record_call: true },
    }
    for (const steps of [[start, connect({})], [connect({ record: true })]]) {
      const name = `Records ${steps.length}`
      await answeredBy(await publish(name, steps))
      const callSid = await callUs()
      expect((await heardOn(callSid)).split(usual)).toHaveLength(2)
      await act(await legTo(desk), 'answer')
      await isBegun(callSid)
      expect((await heardOn(callSid)).split(usual)).toHaveLength(2)
      expect((await recordingsOf(callSid))[0]).toMatchObject({ reason: { by: 'flow', name }, notice: usual })
      await end(callSid)
    }
    await answeredBy(null)
  })
})

describe('a rule', () => {
  test('records whom it fits once somebody takes the call, after the notice, and the sound is kept', async () => {
    await save([rule({ direction: 'inbound', ourNumber: journey.ourNumber, notice })])
    const callSid = await callUs()
    expect(await heardOn(callSid)).toContain(notice)
    expect(await recordingsOf(callSid)).toEqual([])
    await take()
    await expect.poll(() => running(callSid), patience).toEqual(['in-progress'])
    await end(callSid)
    const recording = await kept(callSid)
    expect(recording).toMatchObject({ kind: 'call', status: 'completed', channels: 2, direction: 'inbound' })
    expect(recording).toMatchObject({ reason: { by: 'rule', name: null }, notice })
    expect(await journey.rows('select * from twilio_recordings where call_sid = $1', [callSid])).toMatchObject([
      { started_by: 'rule', rule_id: rule({}).id, notice },
    ])
  })

  test('that says no comes before one that says yes, and whom nobody answers is not recorded', async () => {
    await save([rule({ ourNumber: journey.ourNumber, record: false }), rule({ notice })])
    const refused = await callUs()
    await take()
    await decided()
    await end(refused)
    expect(await heardOn(refused)).not.toContain(notice)
    await save([rule({ notice })])
    const missed = await leaveMessage()
    await expect.poll(async () => (await recordingsOf(missed)).length, patience).toBe(1)
    expect((await recordingsOf(missed))[0].kind).toBe('voicemail')
    expect(await recordingsOf(refused)).toEqual([])
  })

  test('about a person is said before it is known who takes the call, and holds for them alone', async () => {
    const people = await journey.rows(
      `insert into host_people (id, name, phone_number, seen_at)
      values ('ada', 'Ada', $1, now()) on conflict (id) do update set phone_number = $1 returning id`,
      [desk],
    )
    expect(people).toHaveLength(1)
    await save([rule({ personId: 'ada', notice })])
    const hers = await callUs()
    expect(await heardOn(hers)).toContain(notice)
    await take()
    await expect.poll(() => running(hers), patience).toEqual(['in-progress'])
    await end(hers)
    await journey.rows(`delete from host_people where id = 'ada'`)
    const nobodys = await callUs()
    expect(await heardOn(nobodys)).not.toContain(notice)
    await take()
    await decided()
    await end(nobodys)
    expect(await recordingsOf(nobodys)).toEqual([])
  })

  test('about a person holds for a call that is handed to them: the caller hears it before they are rung', async () => {
    const bea = '+12125558892'
    await journey.control('/phones', { method: 'POST', body: { phoneNumber: bea } })
    await journey.rows(
      `insert into host_people (id, name, phone_number, seen_at) values ('bea', 'Bea', $1, now()) returning id`,
      [bea],
    )
    await save([rule({ personId: 'bea', notice })])
    const callSid = await callUs()
    await take()
    expect(await heardOn(callSid)).not.toContain(notice)
    const handed = await journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { transferTo: bea } })
    expect(handed.status).toBe(200)
    await journey.advance(12_000)
    expect(await heardOn(callSid)).toContain(notice)
    await takeOn(bea)
    await expect.poll(() => running(callSid), patience).toEqual(['in-progress'])
    await end(callSid)
  })

  test('fits calls of ours too: whom we called hears the notice before they are connected', async () => {
    await save([rule({ direction: 'outbound', notice })])
    const { callSid } = (await journey.api('/calls', { method: 'POST', body: { to: nora } })).body
    await journey.advance(2_000)
    await act(callSid, 'answer')
    await journey.advance(12_000)
    expect(await heardOn(callSid)).toContain(notice)
    await take()
    await expect.poll(() => running(callSid), patience).toEqual(['in-progress'])
    await end(callSid)
  })

  test('tells whom we call after our own phone was rung first, in the room, and records from there', async () => {
    await save([rule({ direction: 'outbound', notice })])
    const placed = await journey.api('/calls', { method: 'POST', body: { to: nora, ringFirst: desk } })
    expect(placed.status).toBe(201)
    await journey.advance(2_000)
    await act(await legTo(desk), 'answer')
    await until(await legTo(desk), 'gather')
    await act(await legTo(desk), 'digits', { digits: '1' })
    const ofNora = async () => (await journey.control(`/phones/${encodeURIComponent(nora)}/calls`))[0]
    await expect
      .poll(async () => {
        await journey.advance(500)
        return (await ofNora())?.status
      }, patience)
      .toBe('ringing')
    const { callSid } = await ofNora()
    await act(callSid, 'answer')
    await isBegun(callSid)
    await journey.advance(8_000)
    expect(await heardOn(callSid)).toContain(notice)
    await expect.poll(async () => (await callNow(callSid)).recording, patience).toBe('on')
    await end(callSid)
  })

  test('of a flow says it once, before the flow dials', async () => {
    const id = await publish('Connect', [connect({})])
    await save([rule({ flowId: id, notice })])
    await answeredBy(id)
    const callSid = await callUs()
    expect((await heardOn(callSid)).split(notice)).toHaveLength(2)
    await act(await legTo(desk), 'answer')
    await journey.advance(2_000)
    await expect.poll(() => running(callSid), patience).toEqual(['in-progress'])
    await end(callSid)
    await answeredBy(null)
  })

  test('that somebody else changed meanwhile is not overwritten, and who may not cannot change it', async () => {
    const body = { basedOn: 0, rules: { rules: [], onDemandNotice: null } }
    expect((await journey.api('/recording-rules', { method: 'PUT', body })).status).toBe(409)
    const headers = await keyOf('supervisor')
    expect((await journey.api('/recording-rules', { method: 'PUT', body, headers })).status).toBe(403)
    expect((await journey.api('/recording-rules', { headers })).status).toBe(200)
    await save([])
  })
})

describe('a recording by hand', () => {
  test('keeps who began it and what was done with it, whatever reports come late; one whose end was lost is found', async () => {
    const callSid = await callUs()
    await take()
    await byHand(callSid, 'POST', { confirmed: true })
    await journey.advance(5_000)
    await byHand(callSid, 'PATCH', { status: 'paused' })
    const [{ recordingSid }] = await recordingsOf(callSid)
    const report = { RecordingSid: recordingSid, CallSid: callSid, RecordingStatus: 'in-progress' }
    await sendWebhook(report)
    expect(await running(callSid)).toEqual(['paused'])
    await journey.faults({ on: 'callback', kind: 'recording-status', action: 'drop' })
    await end(callSid)
    await sendWebhook(report)
    expect(await running(callSid)).toEqual(['paused'])
    await journey.control('/faults', { method: 'DELETE' })
    await journey.advance(3 * 60_000)
    await recoverMissed(asJob())
    expect(await kept(callSid)).toMatchObject({ recordingSid, status: 'completed' })
    // The call follows its recording by a job of its own.
    await expect
      .poll(() => callNow(callSid), { timeout: 10_000 })
      .toMatchObject({ status: 'completed', recording: 'off' })
    expect(await journey.rows('select started_by from twilio_recordings where call_sid = $1', [callSid])).toEqual([
      { started_by: 'api-key:environment' },
    ])
  })

  test('asks who starts it to have told the other party; it is paused, resumed and stopped, and screens follow', async () => {
    const callSid = await callUs()
    expect((await byHand(callSid, 'POST')).status).toBe(409)
    const leg = await take()
    expect(await byHand(callSid, 'POST')).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', details: { needsConfirmation: true } } },
    })
    // From either leg it is the caller's that is recorded.
    expect(await byHand(leg, 'POST', { confirmed: true })).toMatchObject({ status: 201 })
    expect(await callNow(callSid)).toMatchObject({ recording: 'on', status: 'in-progress' })
    expect((await byHand(callSid, 'POST', { confirmed: true })).status).toBe(409)

    expect(await byHand(callSid, 'PATCH', { status: 'in-progress' })).toMatchObject({ status: 409 })
    expect(await byHand(callSid, 'PATCH', { status: 'paused' })).toMatchObject({
      status: 200,
      body: { recording: 'paused' },
    })
    expect(await running(callSid)).toEqual(['paused'])
    await journey.advance(5_000)
    expect(await byHand(callSid, 'PATCH', { status: 'in-progress' })).toMatchObject({ body: { recording: 'on' } })
    await journey.advance(5_000)
    expect(await byHand(callSid, 'PATCH', { status: 'stopped' })).toMatchObject({ body: { recording: 'off' } })
    expect((await byHand(callSid, 'PATCH', { status: 'paused' })).status).toBe(409)
    expect(await shown(callSid)).toEqual(['off', 'on', 'paused', 'on', 'off'])
    await journey.advance(5_000)
    expect(await kept(callSid)).toMatchObject({ status: 'completed', durationSeconds: expect.any(Number) })
    expect(await callNow(callSid)).toMatchObject({ status: 'in-progress', recording: 'off' })
    const { items } = (await journey.api(`/calls/${callSid}/timeline`)).body
    expect(items.map((line: { text: string }) => line.text)).toEqual(
      expect.arrayContaining([
        'Recording asked for from here',
        'Recording paused from here',
        'Recording stopped from here',
      ]),
    )
    await end(callSid)
  })

  test('is announced to the other party where there is a sentence for it, and begins with that', async () => {
    await save([], 'From now on this call is recorded.')
    const callSid = await callUs()
    await take()
    expect(await byHand(callSid, 'POST')).toMatchObject({ status: 202, body: { recording: 'off' } })
    await expect
      .poll(async () => {
        await journey.advance(500)
        return (await callNow(callSid)).recording
      }, patience)
      .toBe('on')
    await journey.advance(8_000)
    expect(await heardOn(callSid)).toContain('From now on this call is recorded.')
    expect(
      await journey.rows('select notice, started_by from twilio_recordings where call_sid = $1', [callSid]),
    ).toEqual([{ notice: 'From now on this call is recorded.', started_by: expect.stringMatching(/^api-key:/) }])
    await end(callSid)
    await save([])
  })

  test('ends what a rule began, and a colleague’s doings do not begin it again; held or not, one recording', async () => {
    await save([rule({ notice })])
    const callSid = await callUs()
    await take()
    await expect.poll(() => running(callSid), patience).toEqual(['in-progress'])
    const hold = (held: boolean) => journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { hold: held } })
    expect((await hold(true)).status).toBe(200)
    await expect
      .poll(async () => {
        await journey.advance(500)
        return (await callNow(callSid)).held
      }, patience)
      .toBe(true)
    expect(await running(callSid)).toEqual(['in-progress'])
    expect((await byHand(callSid, 'PATCH', { status: 'stopped' })).status).toBe(200)
    expect((await hold(false)).status).toBe(200)
    await expect
      .poll(async () => {
        await journey.advance(500)
        return (await callNow(callSid)).held
      }, patience)
      .toBe(false)
    await decided()
    expect(await recordingsOf(callSid)).toHaveLength(1)
    await end(callSid)
    await save([])
  })

  test('is begun by a rule in a room too, where who has not heard its sentence is told', async () => {
    const callSid = await callUs()
    await take()
    await save([rule({ notice })])
    expect((await journey.api(`/calls/${callSid}`, { method: 'PATCH', body: { muted: true } })).status).toBe(200)
    await isBegun(callSid)
    await journey.advance(8_000)
    expect(await heardOn(callSid)).toContain(notice)
    await end(callSid)
    await save([])
  })

  test('that Twilio began though its answer was lost is found, not begun a second time', async () => {
    const callSid = await callUs()
    await take()
    await journey.faults({ on: 'request', method: 'POST', path: '/Recordings', action: 'reset-after', times: 1 })
    expect(await byHand(callSid, 'POST', { confirmed: true })).toMatchObject({ status: 201 })
    expect(await callNow(callSid)).toMatchObject({ recording: 'on' })
    expect(await running(callSid)).toEqual(['in-progress'])
    await end(callSid)
    expect(await recordingsOf(callSid)).toHaveLength(1)
  })
})

test('recordings are deleted here and at Twilio after as many days as administrators say, and never unless they do', async () => {
  const old = await kept(await leaveMessage())
  const later = await kept(await leaveMessage())
  const day = 24 * 60 * 60 * 1_000
  const begin = (recordingSid: string, days: number) =>
    journey.rows('update twilio_recordings set started_at = $2 where recording_sid = $1', [
      recordingSid,
      new Date(journey.clock.now().getTime() - days * day),
    ])
  await begin(old.recordingSid, 4_000)
  await deleteExpiredRecordings(asJob())
  expect((await journey.api(`/recordings/${old.recordingSid}`)).status).toBe(200)

  const { version } = (await journey.api('/recording-rules')).body
  const rules = { rules: [], onDemandNotice: null, keepDays: 0 }
  expect((await journey.api('/recording-rules', { method: 'PUT', body: { basedOn: version, rules } })).status).toBe(400)
  await save([], null, { keepDays: 90 })
  await begin(old.recordingSid, 90.1)
  await begin(later.recordingSid, 89.9)
  const before = await filesInStore()
  await deleteExpiredRecordings(asJob())
  expect((await journey.api(`/recordings/${old.recordingSid}`)).status).toBe(404)
  expect(await atTwilio(old.recordingSid)).toBe(404)
  expect(await filesInStore()).toBe(before - 1)
  expect((await journey.api(`/recordings/${later.recordingSid}`)).status).toBe(200)
  expect(await journey.rows('select action, actor from audit_log where subject = $1', [old.recordingSid])).toEqual([
    { action: 'recording.delete', actor: 'job:test' },
  ])

  // While Twilio cannot be reached, one is asked for again by itself and the rest stays for the next round.
  await begin(later.recordingSid, 91)
  const last = await kept(await leaveMessage())
  await begin(last.recordingSid, 90.5)
  await journey.faults({ on: 'request', method: 'DELETE', path: '/Recordings', action: 'fail', status: 503, times: 1 })
  await deleteExpiredRecordings(asJob())
  expect((await journey.api(`/recordings/${later.recordingSid}`)).status).toBe(404)
  expect((await journey.api(`/recordings/${last.recordingSid}`)).status).toBe(200)
  await save([])
})
