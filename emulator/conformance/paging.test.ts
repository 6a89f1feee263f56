import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, useStage } from './helpers/stage.ts'

describe('a list of a newer product', () => {
  const stage = useStage()
  const services = () => stage().client.messaging.v1.services
  const make = async (count: number) => {
    for (let n = 1; n <= count; n++) await services().create({ friendlyName: `${n}` })
  }

  it('has the whole meta, with absolute URLs', async () => {
    await make(3)
    const { accountSid, authToken, url } = stage().emulator
    const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
    const response = await fetch(`${url}/messaging/v1/Services?PageSize=2`, { headers })
    const { meta, services: rows } = await response.json()
    expect(rows).toHaveLength(2)
    expect(meta).toEqual({
      key: 'services',
      page: 0,
      page_size: 2,
      first_page_url: `${url}/messaging/v1/Services?PageSize=2&Page=0`,
      previous_page_url: null,
      url: `${url}/messaging/v1/Services?PageSize=2&Page=0`,
      next_page_url: `${url}/messaging/v1/Services?PageSize=2&Page=1&PageToken=PA${rows[1].sid}`,
    })
  })

  it('is not shifted by what comes in while it is read', async () => {
    await make(4)
    const first = await services().page({ pageSize: 2 })
    await make(2)
    const second = await first.nextPage()
    expect(second!.instances.map((each) => each.friendlyName)).toEqual(['2', '1'])
  })

  it('refuses pages that are too large and tokens it did not give', async () => {
    expect(await codeOf(services().page({ pageSize: 1001 }))).toBe(20007)
    expect(await codeOf(services().page({ pageToken: 'PAnonsense' }))).toBe(21481)
  })

  it('can be left off at a limit', async () => {
    await make(5)
    expect(await services().list({ limit: 3 })).toHaveLength(3)
  })
})

describe('the newer products', () => {
  const stage = useStage()
  const ask = (path: string, init: RequestInit = {}) => {
    const { accountSid, authToken, url } = stage().emulator
    const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`
    return fetch(url + path, { ...init, headers: { authorization } })
  }

  it.each([
    ['/messaging/v1/Services/MG0', 404, 20404],
    ['/messaging/v1/Pigeons', 404, 20404],
    ['/lookups/v2/Nothing', 404, 20404],
    ['/messaging/v1/Services/MG0/PhoneNumbers', 404, 20404],
  ])('answer %s with %i', async (path, status, code) => {
    const response = await ask(path)
    expect([response.status, await response.json()]).toEqual([
      status,
      {
        code,
        message: `The requested resource ${path} was not found`,
        more_info: `https://www.twilio.com/docs/errors/${code}`,
        status,
      },
    ])
  })

  it('refuse a method that a resource does not have', async () => {
    const response = await ask('/messaging/v1/Services', { method: 'DELETE' })
    expect([response.status, (await response.json()).code]).toEqual([405, 20004])
  })

  it('refuse a request without credentials, and the test credentials', async () => {
    const response = await fetch(`${stage().emulator.url}/messaging/v1/Services`)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Twilio API"'])
    const { accountSid, authToken } = stage().emulator.testCredentials
    expect(await codeOf(stage().clientFor(accountSid, authToken).messaging.v1.services.list())).toBe(20008)
  })

  it('can be struck by faults as well', async () => {
    await stage().control('POST', '/faults', {
      rules: [{ on: 'request', path: '/messaging/v1', action: 'fail', status: 503 }],
    })
    expect(await codeOf(stage().client.messaging.v1.services.list())).toBe(20503)
  })

  it('are forgotten by a reset', async () => {
    await stage().client.messaging.v1.services.create({ friendlyName: 'x' })
    await stage().client.applications.create({ friendlyName: 'x' })
    await stage().client.newKeys.create({})
    await stage().control('PATCH', '/settings', { trial: true })
    await stage().control('POST', '/reset')
    expect(await stage().client.messaging.v1.services.list()).toEqual([])
    expect(await stage().client.applications.list()).toEqual([])
    expect(await stage().client.keys.list()).toEqual([])
    expect(await stage().control('GET', '/settings')).toMatchObject({ trial: false })
  })
})

describe('filters of lists', () => {
  const stage = useStage()

  it('find calls by number, status, parent and time', async () => {
    await stage().configure(own, { voiceUrl: stage().app.on('/voice', `<Response><Dial>${bob}</Dial></Response>`) })
    const parentCallSid = await stage().dial(ann)
    await stage().advance(1000)
    const list = async (filter: object) => (await stage().client.calls.list(filter)).map((each) => each.to)
    expect(await list({ parentCallSid })).toEqual([bob])
    expect(await list({ from: ann, to: own })).toEqual([own])
    expect(await list({ status: 'ringing' })).toEqual([bob])
    expect(await list({ startTimeAfter: new Date('2026-03-03') })).toEqual([])
    expect(await list({ startTimeBefore: new Date('2026-03-03'), from: ann, to: own })).toEqual([own])
  })

  it('find texts by a national number', async () => {
    await stage().client.messages.create({ from: own, to: ann, body: 'x' })
    expect(await stage().client.messages.list({ to: '(415) 555-0111' })).toHaveLength(1)
  })

  it('find recordings by call and day', async () => {
    const callSid = await stage().callInto('<Response><Record action="/done"/></Response>')
    await stage().deed(callSid, 'record', { seconds: 3 })
    await stage().advance(20_000)
    const list = async (filter: object) => (await stage().client.recordings.list(filter)).length
    expect(await list({ callSid, dateCreated: new Date('2026-03-02') })).toBe(1)
    expect(await list({ callSid: `CA${'0'.repeat(32)}` })).toBe(0)
  })
})
