import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { ann, bob, own, secondOwn, useStage } from './helpers/stage.ts'

describe('the control', () => {
  const stage = useStage()

  const raw = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { port } = stage().emulator
      request({ port, path: '/emulator/account', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })

  it('tells its account', async () => {
    expect(await stage().control('GET', '/account')).toEqual({
      accountSid: stage().emulator.accountSid,
      authToken: stage().emulator.authToken,
      phoneNumbers: [own, secondOwn],
      testCredentials: stage().emulator.testCredentials,
    })
  })

  it.each([
    ['a host of elsewhere', { host: 'evil.example' }, 403],
    ['a host that only begins like this machine', { host: 'localhost.evil.example' }, 403],
    ['an origin of elsewhere', { host: 'localhost:4010', origin: 'https://evil.example' }, 403],
    ['an opaque origin', { host: 'localhost', origin: 'null' }, 403],
    ['this machine by name', { host: 'localhost:4010', origin: 'http://localhost:4010' }, 200],
    ['this machine by address', { host: '127.0.0.1:4010' }, 200],
    ['this machine by its newer address', { host: '[::1]:4010' }, 200],
  ])('answers a request for %s with %i', async (_name, headers, status) => {
    expect(await raw(headers as Record<string, string>)).toBe(status)
  })

  it('knows phones by what they did, and by what they are told', async () => {
    await stage().text(ann, 'Hi')
    await stage().control('POST', '/phones', { phoneNumber: bob, name: 'Bob', onCall: 'answer' })
    await stage().control('PATCH', `/phones/${encodeURIComponent(ann)}`, { name: 'Ann' })
    const nothing = { activeCallSid: null, errorCode: null, lineType: null, timeZone: null }
    const phone = { ...nothing, lastActivityAt: '2026-03-02T15:00:00.000Z' }
    const unseen = { messages: 0, missedCalls: 0, voicemails: 0 }
    expect(await stage().control('GET', '/phones')).toEqual([
      { ...phone, phoneNumber: ann, name: 'Ann', onCall: null, unseen },
      { ...phone, phoneNumber: bob, name: 'Bob', onCall: 'answer', unseen },
    ])
  })

  it.each([
    ['POST', '/phones', { phoneNumber: '0123' }, '400 invalid'],
    ['POST', '/phones', { phoneNumber: own }, '400 invalid'],
    ['POST', '/phones', { phoneNumber: ann, onCall: 'sing' }, '400 invalid: onCall'],
    ['POST', `/phones/${ann}/messages`, { to: bob, body: 'x' }, '400 invalid'],
    ['POST', `/phones/${ann}/messages`, { to: own, body: '' }, '400 invalid'],
    ['POST', `/phones/${ann}/calls`, { to: bob }, '400 invalid'],
    ['GET', '/calls/CA1', undefined, '404 not_found'],
    ['POST', '/calls/CA1/answer', {}, '404 not_found'],
    ['GET', '/nothing', undefined, '404 not_found'],
    ['DELETE', '/clock', undefined, '405 method_not_allowed'],
    ['POST', '/clock', { mode: 'sideways' }, '400 invalid: mode'],
    ['POST', '/faults', { rules: [{ on: 'callback', action: 'sing' }] }, '400 invalid: rules.0.action'],
  ])('refuses %s %s %j with %s', async (method, path, body, complaint) => {
    await expect(stage().control(method, path, body)).rejects.toThrow(complaint)
  })

  it.each(['answer', 'decline', 'digits'])('refuses to %s a call that is over', async (deed) => {
    const sid = await stage().callInto('<Response/>')
    await expect(stage().deed(sid, deed, { digits: '1' })).rejects.toThrow('409 conflict')
  })

  it('refuses to answer on the handset that called', async () => {
    const sid = await stage().callInto('<Response><Pause length="9"/></Response>')
    await expect(stage().deed(sid, 'answer')).rejects.toThrow('409 conflict')
  })

  it('keeps a log of webhooks, newest first', async () => {
    await stage().callInto('<Response><Redirect>/next</Redirect></Response>')
    const [second, first] = await stage().control('GET', '/webhooks')
    expect(first).toMatchObject({ kind: 'voice', method: 'POST', url: `${stage().app.url}/voice`, attempt: 1, ms: 0 })
    expect(first.answer).toMatchObject({ status: 200, contentType: 'text/xml' })
    expect(second.url).toBe(`${stage().app.url}/next`)
    expect(first.signature).toMatch(/=$/)
  })

  it('streams what changes', async () => {
    const response = await fetch(`${stage().emulator.url}/emulator/stream`)
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe(': welcome\n\n')
    await stage().control('POST', '/phones', { phoneNumber: ann })
    expect((await reader.read()).value).toContain(`data: {"type":"phone","id":"${ann}"}`)
    await reader.cancel()
  })

  it('empties the account but keeps its numbers and their settings', async () => {
    const sid = await stage().callInto('<Response><Pause length="60"/></Response>')
    await stage().text(ann, 'STOP')
    await stage().control('POST', '/reset')
    expect(await stage().client.messages.list()).toEqual([])
    expect(await stage().control('GET', '/phones')).toEqual([])
    await expect(stage().call(sid)).rejects.toThrow('404')
    await stage().client.messages.create({ from: own, to: ann, body: 'again' })
    await stage().dial(ann)
    expect(stage().app.at('/voice')).toHaveLength(2)
  })

  it('says nothing more of what was under way when it was emptied', async () => {
    const statusCallback = stage().app.on('/status', { status: 204 })
    const events = ['initiated', 'ringing', 'answered', 'completed']
    await stage().client.messages.create({ from: own, to: ann, body: 'x', statusCallback })
    await stage().client.calls.create({
      from: own,
      to: bob,
      twiml: '<Response/>',
      statusCallback,
      statusCallbackEvent: events,
    })
    await stage().callInto('<Response><Record action="/recorded" recordingStatusCallback="/status"/></Response>')
    await stage().control('POST', '/reset')
    await stage().advance(120_000)
    expect(stage().app.requests.map((each) => each.path)).toEqual(['/voice'])
    expect(await stage().notifications()).toEqual([])
  })

  it('says how to build the phones page, or serves it, under a policy without inline scripts', async () => {
    const response = await fetch(stage().emulator.url)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect((await fetch(`${stage().emulator.url}/assets/../../package.json`)).status).toBe(404)
  })
})

describe('the clock', () => {
  const stage = useStage()

  it('stands still until it is moved', async () => {
    expect(await stage().control('GET', '/clock')).toEqual({ mode: 'virtual', now: '2026-03-02T15:00:00.000Z' })
    const moved = await stage().control('POST', '/clock', { advanceMs: 60_000 })
    expect(moved).toEqual({ mode: 'virtual', now: '2026-03-02T15:01:00.000Z' })
  })

  it('fires in order all that falls due when it is set to a later time', async () => {
    await stage().client.messages.create({
      from: own,
      to: ann,
      body: 'x',
      statusCallback: stage().app.on('/status', { status: 204 }),
    })
    await stage().control('POST', '/clock', { now: '2026-03-02T16:00:00Z' })
    expect(
      stage()
        .app.at('/status')
        .map((each) => each['MessageStatus']),
    ).toEqual(['sent', 'delivered'])
  })

  it('runs by itself when it is real', async () => {
    const { mode } = await stage().control('POST', '/clock', { mode: 'real' })
    expect(mode).toBe('real')
    const arrived = new Promise<void>((resolve) => {
      stage().app.on('/status', () => {
        resolve()
        return { status: 204 }
      })
    })
    const statusCallback = `${stage().app.url}/status`
    await stage().client.messages.create({ from: own, to: ann, body: 'x', statusCallback })
    await arrived
    expect(stage().app.at('/status')).toHaveLength(1)
  })
})
