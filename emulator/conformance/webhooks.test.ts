import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { ann, own, useStage } from './helpers/stage.ts'

const apology = "We're sorry, an application error has occurred. Goodbye."

describe('a webhook', () => {
  const stage = useStage()
  const call = async (fragment: string, ...behaviours: Parameters<ReturnType<typeof stage>['app']['on']>[1][]) => {
    await stage().configure(own, { voiceUrl: stage().app.on('/voice', ...behaviours) + fragment })
    return stage().dial(ann)
  }

  it('carries the headers that Twilio sends', async () => {
    await call('', '<Response/>')
    const { headers } = stage().app.requests[0]!
    expect(headers).toMatchObject({
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      'x-home-region': 'us1',
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      host: stage().app.url.slice('http://'.length),
    })
    expect(headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['an apostrophe and brackets', "?q=it's(me)[1]", "?q=it's(me)[1]"],
    ['percent escapes as they are', '?a=%7E%2f&b=+%20', '?a=%7E%2f&b=+%20'],
    ['a fragment, which is never sent', '?a=1#rc=1', '?a=1'],
    ['letters of other scripts', '?name=Zoë', '?name=Zo%C3%AB'],
  ])('is sent and signed byte for byte with %s', async (_name, query, sent) => {
    await call(query, '<Response/>')
    expect(stage().app.requests[0]).toMatchObject({ path: `/voice${sent}`, isSigned: true })
  })

  it('is not retried when the answer is an error', async () => {
    await call('', { status: 500 })
    expect(stage().app.requests).toHaveLength(1)
  })

  it('is retried on what its URL says, with the same token', async () => {
    const sid = await call('#rc=2&rp=5xx', { status: 503 }, { status: 500 }, '<Response><Say>third</Say></Response>')
    expect(await stage().said(sid)).toEqual(['third'])
    const tokens = stage().app.requests.map((each) => each.headers['i-twilio-idempotency-token'])
    expect(new Set(tokens).size).toBe(1)
    const log = await stage().control('GET', '/webhooks')
    expect(
      log.map((entry: { attempt: number; answer: { status: number } }) => [entry.attempt, entry.answer.status]),
    ).toEqual([
      [3, 200],
      [2, 500],
      [1, 503],
    ])
  })

  it('is not retried on 4xx if only 5xx shall be', async () => {
    await call('#rc=3&rp=5xx', { status: 404 })
    expect(stage().app.requests).toHaveLength(1)
  })

  it('is retried once by default where the connection breaks', async () => {
    const sid = await call('', { does: 'break off' }, '<Response><Say>second</Say></Response>')
    expect(await stage().said(sid)).toEqual(['second'])
  })

  it('follows a 302 by GET, its fields lost', async () => {
    stage().app.on('/moved', '<Response><Say>moved</Say></Response>')
    const sid = await call('', { status: 302, headers: { Location: '/moved' } })
    expect(await stage().said(sid)).toEqual(['moved'])
    expect(stage().app.requests[1]).toMatchObject({ method: 'GET', params: {} })
  })

  it('follows a 307 by POST, its fields kept', async () => {
    stage().app.on('/moved', '<Response/>')
    const sid = await call('', { status: 307, headers: { Location: '/moved' } })
    expect(stage().app.requests[1]).toMatchObject({ method: 'POST', params: { CallSid: sid } })
  })

  it('gives up after ten redirects', async () => {
    await call('', { status: 307, headers: { Location: '/voice' } })
    expect(stage().app.requests).toHaveLength(11)
    expect(await stage().notifications()).toEqual([11215])
  })

  it('keeps cookies for the length of a call', async () => {
    stage().app.on('/next', '<Response/>')
    await call('', {
      headers: { 'Set-Cookie': 'visit=1; Path=/' },
      body: '<Response><Redirect>/next</Redirect></Response>',
    })
    expect(stage().app.requests.map((each) => each.headers.cookie)).toEqual([undefined, 'visit=1'])
    await stage().dial(ann)
    expect(stage().app.requests.at(-2)!.headers.cookie).toBeUndefined()
  })

  it('shows the user and password of its URL only when asked', async () => {
    const open = stage().app.on('/voice', (received) =>
      received.headers.authorization === `Basic ${btoa('eva:secret')}`
        ? '<Response><Say>in</Say></Response>'
        : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } },
    )
    const configured = open.replace('http://', 'http://eva:secret@')
    await stage().configure(own, { voiceUrl: configured })
    const sid = await stage().dial(ann)
    expect(await stage().said(sid)).toEqual(['in'])
    for (const each of stage().app.requests) {
      const signature = String(each.headers['x-twilio-signature'])
      each.isSigned = twilio.validateRequest(stage().emulator.authToken, signature, configured, each.params)
    }
  })
})

describe('a webhook that is never answered', () => {
  const stage = useStage({ clock: { patienceMs: 400 } })
  const call = async (fragment: string) => {
    await stage().configure(own, { voiceUrl: stage().app.on('/voice', { does: 'silence' }) + fragment })
    return stage().dial(ann)
  }

  it('times out after its read timeout in clock time', async () => {
    const sid = await call('#rt=2000')
    await stage().advance(1999)
    expect(await stage().said(sid)).toEqual([])
    await stage().advance(1)
    expect(await stage().said(sid)).toEqual([apology])
  })

  it('never takes longer than 15 s in all', async () => {
    const sid = await call('#rc=5&rp=rt&rt=6000')
    await stage().advance(14_999)
    expect(await stage().said(sid)).toEqual([])
    await stage().advance(1)
    expect(await stage().said(sid)).toEqual([apology])
    expect(stage().app.requests).toHaveLength(3)
  })
})

describe('a voice webhook that goes wrong', () => {
  const stage = useStage()

  it.each([
    ['answers 500', { status: 500 }, 11200],
    ['answers 404', { status: 404, body: '<Response/>' }, 11200],
    ['answers JSON', { type: 'application/json', body: '{}' }, 12300],
    ['has no content type', { type: null, body: '<Response/>' }, 12300],
    ['answers nothing', { body: '' }, 11770],
    ['answers broken XML', '<Response><Say>', 12100],
    ['answers another XML', '<?xml version="2.0"?><Response/>', 12101],
    ['answers another root', '<response/>', 12102],
    ['answers more than 64 kB', `<Response><Say>${'x'.repeat(66_000)}</Say></Response>`, 11750],
    ['breaks off', { does: 'break off' as const }, 11205],
  ])('because it %s makes the caller hear an apology', async (_name, behaviour, code) => {
    await stage().configure(own, { voiceUrl: stage().app.on('/voice', behaviour) })
    const sid = await stage().dial(ann)
    expect(await stage().said(sid)).toEqual([apology])
    expect(await stage().notifications()).toEqual([code])
    await stage().advance(10_000)
    expect((await stage().call(sid)).status).toBe('completed')
  })

  it('hands over to the fallback URL, with the error', async () => {
    await stage().configure(own, {
      voiceUrl: stage().app.on('/voice', { status: 502 }),
      voiceFallbackUrl: stage().app.on('/fallback', '<Response><Say>One moment</Say></Response>'),
    })
    const sid = await stage().dial(ann)
    expect(await stage().said(sid)).toEqual(['One moment'])
    expect(stage().app.at('/fallback')).toMatchObject([
      { CallSid: sid, ErrorCode: '11200', ErrorUrl: `${stage().app.url}/voice` },
    ])
  })

  it('in mid-call hands over to the fallback URL as well', async () => {
    await stage().configure(own, {
      voiceUrl: stage().app.on('/voice', '<Response><Redirect>/broken</Redirect></Response>'),
      voiceFallbackUrl: stage().app.on('/fallback', '<Response><Say>Rescued</Say></Response>'),
    })
    stage().app.on('/broken', { status: 500 })
    expect(await stage().said(await stage().dial(ann))).toEqual(['Rescued'])
  })

  it('reads plain text aloud', async () => {
    await stage().configure(own, { voiceUrl: stage().app.on('/voice', { type: 'text/plain', body: 'Plain words' }) })
    expect(await stage().said(await stage().dial(ann))).toEqual(['Plain words'])
  })

  it('runs TwiML that calls itself plain text', async () => {
    const body = '<Response><Say>Still TwiML</Say></Response>'
    await stage().configure(own, { voiceUrl: stage().app.on('/voice', { type: 'text/plain; charset=utf-8', body }) })
    expect(await stage().said(await stage().dial(ann))).toEqual(['Still TwiML'])
  })

  it('plays audio that comes in place of a document', async () => {
    const url = stage().app.on('/voice', { type: 'audio/mpeg', body: 'sound' })
    await stage().configure(own, { voiceUrl: url })
    const sid = await stage().dial(ann)
    expect((await stage().call(sid)).heard).toMatchObject([{ verb: 'play', url }])
  })

  it('notes a status callback that is not welcome, and nothing else happens', async () => {
    await stage().configure(own, {
      voiceUrl: stage().app.on('/voice', '<Response/>'),
      statusCallback: stage().app.on('/status', { status: 500 }),
    })
    await stage().dial(ann)
    await stage().advance(60_000)
    expect(stage().app.at('/status')).toHaveLength(1)
    expect(await stage().notifications()).toEqual([15003])
  })
})
