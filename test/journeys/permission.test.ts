import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CoreContext } from '@/lib/context'
import { followLineTypes } from '@/lib/services/permission/follow-line-types'
import { permit, permitMany } from '@/lib/services/permission/permit'
import type { PermissionRequest } from '@/lib/services/permission/rule'
import { defaultPermissionRules } from '@/shared/permission/default-rules'
import { parseLiveEvent } from '@/shared/schemas/live-event'
import type { PermissionRules } from '@/shared/schemas/permission-rules'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let handsets = 0
let ben: string

beforeAll(async () => {
  // Monday, noon in California.
  journey = await startJourney({
    emulator: { clock: { mode: 'virtual', now: Date.parse('2026-03-02T20:00:00.000Z') } },
  })
})
afterAll(() => journey.close())

beforeEach(async () => {
  handsets += 1
  ben = `+1415555${String(8000 + handsets)}`
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: ben } })
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  journey.api(path, { method: 'POST', body, headers })
const ask = (extra: object = {}) => post('/messages/permission', { to: ben, body: 'Hello', ...extra })
const agree = (extra: object = {}) =>
  post('/permission/consents', { phoneNumber: ben, source: 'web_form', words: 'Text me about jobs', ...extra })
const rulesInForce = async () => (await journey.api('/permission/rules')).body
const putRules = async (change: Partial<PermissionRules>) => {
  const { version, rules } = await rulesInForce()
  return journey.api('/permission/rules', { method: 'PUT', body: { basedOn: version, rules: { ...rules, ...change } } })
}
const send = (to: string) => post('/messages', { to, body: 'Hello' })
const job = (): CoreContext => ({
  ...journey.server.installation,
  actor: { type: 'job', task: 'test' },
  requestId: 'test',
})
const campaign = (to = ben): PermissionRequest => ({
  to,
  from: journey.ourNumber,
  medium: 'message',
  purpose: 'campaign',
  at: journey.clock.now(),
})
const writes = async (body: string) => {
  await journey.control(`/phones/${encodeURIComponent(ben)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body },
  })
  await journey.advance(1_000)
}

describe('the verdict before sending', () => {
  test('says where somebody is, on what grounds they are written to and what it costs, and keeps nothing', async () => {
    expect(await ask()).toMatchObject({
      status: 200,
      body: {
        verdict: 'allowed',
        rule: null,
        until: null,
        timeZone: 'America/Los_Angeles',
        zoneEvidence: [{ source: 'area_code', value: '415', region: 'US-CA' }],
        consent: { basis: 'none' },
        segments: 1,
        price: 0.0125,
        currency: 'USD',
      },
    })
    await writes('Is the job open?')
    expect((await ask()).body).toMatchObject({
      consent: { basis: 'conversation', source: 'inbound_text' },
      warnings: [],
    })
    expect(await journey.rows('select from permission_verdicts where to_number = $1', [ben])).toEqual([])
    await writes('STOP')
    expect((await ask()).body).toMatchObject({ verdict: 'refused', rule: 'opted_out' })
  })

  test('warns of a bad hour, and of the hour at which it is planned', async () => {
    const night = await ask({ sendAt: '2026-03-03T08:30:00Z' })
    expect(night.body).toMatchObject({
      verdict: 'held',
      rule: 'quiet_hours',
      localTime: '2026-03-03T00:30',
      until: '2026-03-03T16:00:00.000Z',
    })
  })

  test('knows a contact whose zone and number disagree: a good hour in both', async () => {
    await post('/contacts', { phoneNumber: ben, name: 'Ben Conflict', timeZone: 'America/New_York' })
    const morning = await ask({ sendAt: '2026-03-03T13:30:00Z' })
    expect(morning.body).toMatchObject({
      verdict: 'held',
      timeZone: 'America/New_York',
      localTime: '2026-03-03T08:30',
      until: '2026-03-03T16:00:00.000Z',
      zoneEvidence: [{ source: 'contact' }, { source: 'area_code' }],
    })
    expect(morning.body.reason).toContain('may be')
  })

  test('for a year that nobody plans for is refused in words, and for the past is that of now', async () => {
    expect(await ask({ sendAt: '9999-12-31T23:59:59Z' })).toMatchObject({
      status: 400,
      body: { error: { message: 'sendAt: A text can be planned for 35 days ahead at most.' } },
    })
    const { localTime } = (await ask()).body
    expect((await ask({ sendAt: '0000-01-01T00:00:00Z' })).body.localTime).toBe(localTime)
  })

  test('of what sounds like a refusal is a warning, until somebody has decided', async () => {
    await writes('please stop texting me')
    await agree()
    await journey.rows(
      `insert into opt_out_suggestions (id, phone_number, our_number, conversation_id, message_id, words, phrase, status, created_at)
       select id, from_number, to_number, conversation_id, id, body, body, 'open', created_at from twilio_messages where from_number = $1`,
      [ben],
    )
    expect((await ask()).body).toMatchObject({ verdict: 'allowed', warnings: [{ rule: 'open_refusal' }] })
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'refused', rule: 'open_refusal' })
  })
})

describe('consent', () => {
  test('lets a campaign through, and no longer after an opt-out', async () => {
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'refused', rule: 'consent' })
    expect(await agree()).toMatchObject({ status: 201, body: { kind: 'granted', medium: 'any' } })
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'allowed' })
    await writes('STOP')
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'refused', rule: 'opted_out' })
    await writes('START')
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'refused', rule: 'consent' })
    await journey.advance(1_000)
    await agree({ words: 'Yes, again please' })
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'allowed' })
    await agree({ kind: 'revoked', words: 'No campaigns please', source: 'spoken' })
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'refused', rule: 'consent' })
  })

  test('is a call of the last day to the text of a flow that follows it, and to nothing else', async () => {
    const flow = (): PermissionRequest => ({ ...campaign(), purpose: 'flow' })
    expect(await permit(job(), flow())).toMatchObject({ verdict: 'refused', rule: 'consent' })
    await journey.control(`/phones/${encodeURIComponent(ben)}/calls`, {
      method: 'POST',
      body: { to: journey.ourNumber },
    })
    await journey.advance(1_000)
    expect(await permit(job(), flow())).toMatchObject({ verdict: 'allowed' })
    expect(await permit(job(), { ...campaign(), purpose: 'keyword' })).toMatchObject({ rule: 'consent' })
    expect(await permit(job(), campaign())).toMatchObject({ rule: 'consent' })
  })

  test('for calls is none for texts, and nobody agrees in the future or without words', async () => {
    await agree({ medium: 'call' })
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'refused' })
    expect((await agree({ occurredAt: '2030-01-01T00:00:00Z' })).status).toBe(400)
    expect((await agree({ words: ' ' })).status).toBe(400)
  })

  test('is exported with what proves it, which a stranger can check and a forger cannot pass', async () => {
    const key = { 'Idempotency-Key': `agree-${ben}` }
    const entry = { phoneNumber: ben, source: 'web_form', words: 'I agree to receive texts “about jobs”' }
    const [one, again] = [
      await post('/permission/consents', entry, key),
      await post('/permission/consents', entry, key),
    ]
    expect(again.body).toEqual(one.body)
    await post('/permission/consents', { ...entry, phoneNumber: '+14155550199', words: 'Somebody else' })
    await agree({ kind: 'revoked', words: 'No more' })
    await permit(job(), campaign())
    const exported = await journey.api(`/permission/export?phoneNumber=${encodeURIComponent(ben)}`)
    expect(exported.body.consents.map((consent: { words: string }) => consent.words)).toEqual([entry.words, 'No more'])
    expect(exported.body.verdicts).toMatchObject([{ verdict: 'refused', rule: 'consent' }])
    expect(exported.text).not.toContain('Somebody else')

    const folder = await mkdtemp(join(tmpdir(), 'eva-consents-'))
    const check = async (body: unknown) => {
      const file = join(folder, 'export.json')
      await writeFile(file, JSON.stringify(body))
      return promisify(execFile)(process.execPath, ['docs/verify-consents.mjs', file]).then(
        ({ stdout }) => stdout,
        (error: { stderr: string }) => error.stderr,
      )
    }
    const { consents, chain } = exported.body
    expect(await check(exported.body)).toContain('2 entries stand')
    expect(
      await check({ ...exported.body, consents: [{ ...consents[0], words: 'Text me daily' }, consents[1]] }),
    ).toContain('does not say what it said')
    expect(await check({ ...exported.body, chain: { ...chain, digests: chain.digests.slice(0, -1) } })).toContain(
      'its head',
    )
    await rm(folder, { recursive: true })
    for (const change of ['update contact_consents set words = $1', 'delete from contact_consents where words <> $1']) {
      await expect(journey.rows(change, ['x'])).rejects.toThrow('never changed')
    }
  })

  test('of many at once is one chain', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => agree({ words: `Number ${n}` })))
    const exported = await journey.api(`/permission/export?phoneNumber=${encodeURIComponent(ben)}`)
    const sequences = exported.body.consents.map((consent: { sequence: number }) => consent.sequence)
    expect(sequences).toEqual(Array.from({ length: 12 }, (_, n) => sequences[0] + n))
  })
})

describe('the rules', () => {
  test('begin careful, are changed by an administrator, hold at once and are kept by version', async () => {
    const start = await rulesInForce()
    expect(start).toEqual({ version: 0, rules: defaultPermissionRules })
    const hours = { from: '13:00', to: '14:00' }
    const change = { hours: { weekday: hours, saturday: null, sunday: null } }
    const preview = await post('/permission/rules/preview', { rules: { ...start.rules, ...change } })
    expect(preview).toMatchObject({ status: 200, body: { nowAllowed: 0 } })
    expect(await putRules(change)).toMatchObject({ status: 200, body: { version: 1 } })
    await agree()
    // Half past one in California; before, it was noon.
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'held' })
    const stale = { basedOn: 0, rules: start.rules }
    expect((await journey.api('/permission/rules', { method: 'PUT', body: stale })).status).toBe(409)
    await journey.advance(1_000)
    expect(await putRules({ hours: start.rules.hours })).toMatchObject({ body: { version: 2 } })
    expect(await permit(job(), campaign())).toMatchObject({ verdict: 'allowed' })
    const verdicts = await journey.api(`/permission/verdicts?phoneNumber=${encodeURIComponent(ben)}`)
    expect(verdicts.body.items).toMatchObject([
      { verdict: 'allowed', rulesVersion: 2 },
      { verdict: 'held', rule: 'quiet_hours', rulesVersion: 1, heldUntil: expect.any(String) },
    ])
    expect(
      await journey.rows(`select subject from audit_log where action = 'permission_rules.save' order by at, id`),
    ).toHaveLength(2)
  })

  test('that make no sense are refused with what is wrong', async () => {
    expect(
      (await putRules({ hours: { weekday: { from: '21:00', to: '08:00' }, saturday: null, sunday: null } })).status,
    ).toBe(400)
    expect((await putRules({ holidays: ['Christmas'] })).status).toBe(400)
    expect((await putRules({ promptMinutes: -1 })).status).toBe(400)
  })

  test('hold for a person by hand where they must: countries, and money, counted by all instances together', async () => {
    expect(await send('+442079460018')).toMatchObject({
      status: 422,
      body: { error: { details: { rule: 'country' } } },
    })
    const { rules } = await rulesInForce()
    const [day] = await journey.rows(`select micros from permission_spend where period = '2026-03-02'`)
    const perDay = Number(day.micros) / 1_000_000 + 0.03
    await putRules({ spend: { ...rules.spend, perDay } })
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        permit({ ...job(), actor: { type: 'system' } }, { ...campaign(`+1415555${8900 + n}`), purpose: 'manual' }),
      ),
    )
    expect(answers.filter((answer) => answer.verdict === 'allowed')).toHaveLength(2)
    expect(answers.find((answer) => answer.verdict === 'refused')).toMatchObject({ rule: 'spend_cap' })
    expect(await send(ben)).toMatchObject({ status: 422, body: { error: { details: { rule: 'spend_cap' } } } })
    await putRules({ spend: rules.spend })
    expect((await send(ben)).status).toBe(201)
  })

  test('limit what one person gets unasked, also at once and in one batch', async () => {
    await agree()
    const many = await permitMany(
      job(),
      Array.from({ length: 5 }, () => campaign()),
    )
    expect(many.map((verdict) => verdict.verdict)).toEqual(['allowed', 'allowed', 'allowed', 'held', 'held'])
    handsets += 1
    const other = `+1415555${String(8000 + handsets)}`
    await agree({ phoneNumber: other })
    const apart = await Promise.all(Array.from({ length: 6 }, () => permit(job(), campaign(other))))
    expect(apart.filter((verdict) => verdict.verdict === 'allowed')).toHaveLength(3)
    expect(apart.find((verdict) => verdict.verdict === 'held')).toMatchObject({ rule: 'contact_rate' })
  })

  test('are read by all and changed by administrators alone', async () => {
    const key = await post('/api-keys', { name: 'Supervisor', role: 'supervisor' })
    const headers = { Authorization: `Bearer ${key.body.secret ?? key.body.key}` }
    expect((await journey.api('/permission/rules', { headers })).status).toBe(200)
    const { version, rules } = await rulesInForce()
    const put = await journey.api('/permission/rules', { method: 'PUT', headers, body: { basedOn: version, rules } })
    expect(put.status).toBe(403)
  })
})

describe('a number', () => {
  test('that Twilio found to be no mobile gets no more texts', async () => {
    await journey.faults({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status: 400, code: 21614 })
    expect((await post('/messages', { to: ben, body: 'Hello' })).status).toBe(502)
    await journey.control('/faults', { method: 'DELETE' })
    const events = await journey.rows(
      `select type, data, at, id::text as id from twilio_events where type = 'message.status_changed' order by twilio_events.id desc limit 1`,
    )
    const told = events
      .map((event) => parseLiveEvent({ ...event, at: event.at.toISOString() }))
      .filter((event) => event !== null)
    await journey.server.installation.database.transaction((tx) => followLineTypes.handle(job(), tx, told))
    expect((await ask()).body).toMatchObject({ verdict: 'refused', rule: 'number_type' })
  })
})

const landline = () =>
  journey.control(`/phones/${encodeURIComponent(ben)}`, { method: 'PATCH', body: { lineType: 'landline' } })
const warned = async () => (await ask()).body.warnings.map(({ rule }: { rule: string }) => rule)

describe('a number that was looked up', () => {
  test('and is a landline is not texted, without Twilio being asked to', async () => {
    await landline()
    expect(await warned()).toContain('number_type_unknown')
    expect((await post('/permission/look-up', { phoneNumber: ben })).body).toEqual({
      phoneNumber: ben,
      lineType: 'landline',
    })
    expect((await ask()).body).toMatchObject({ verdict: 'refused', rule: 'number_type' })
    expect((await send(ben)).status).toBe(422)
    expect(await journey.textsOf(ben)).toEqual([])
  })

  test('and is a mobile passes without the warning', async () => {
    expect((await post('/permission/look-up', { phoneNumber: ben })).body).toMatchObject({ lineType: 'mobile' })
    const known = await journey.api(`/permission/look-up?phoneNumber=${encodeURIComponent(ben)}`)
    expect(known.body).toEqual({ phoneNumber: ben, lineType: 'mobile', lookedUpAt: journey.clock.now().toISOString() })
    expect(await warned()).not.toContain('number_type_unknown')
  })
})
