import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, secondOwn, useStage } from './helpers/stage.ts'

describe('a call by REST', () => {
  const stage = useStage()
  const create = (input: object = {}) =>
    stage().client.calls.create({ from: own, to: ann, twiml: '<Response><Say>Hi</Say></Response>', ...input })

  it('is queued at first, with nothing yet known of its times', async () => {
    const call = await create()
    expect(call).toMatchObject({ status: 'queued', direction: 'outbound-api', from: own, to: ann, queueTime: '0' })
    expect(call).toMatchObject({ startTime: null, endTime: null, duration: null, price: null, parentCallSid: null })
    expect(call.toFormatted).toBe('(415) 555-0111')
  })

  it('rings the handset, which may answer, and hears the document', async () => {
    const { sid } = await create()
    await stage().advance(300)
    expect(await stage().call(sid)).toMatchObject({ status: 'ringing', waitingFor: 'answer' })
    const answered = await stage().deed(sid, 'answer')
    expect(answered).toMatchObject({ status: 'in-progress', heard: [{ verb: 'say', text: 'Hi' }] })
  })

  it('asks its Url only once it is answered, as in-progress', async () => {
    const url = stage().app.on('/outbound', '<Response><Say>Hello</Say></Response>')
    const { sid } = await create({ url, twiml: undefined })
    await stage().advance(5000)
    expect(stage().app.requests).toEqual([])
    await stage().deed(sid, 'answer')
    expect(stage().app.at('/outbound')).toMatchObject([
      {
        CallSid: sid,
        CallStatus: 'in-progress',
        Direction: 'outbound-api',
        From: own,
        To: ann,
        Called: ann,
        Caller: own,
      },
    ])
  })

  it('ignores Twiml when there is a Url too', async () => {
    const url = stage().app.on('/outbound', '<Response><Say>From the URL</Say></Response>')
    const { sid } = await create({ url })
    await stage().advance(300)
    expect((await stage().deed(sid, 'answer')).heard).toMatchObject([{ text: 'From the URL' }])
  })

  it('tells each event asked for, in order and numbered', async () => {
    const statusCallback = stage().app.on('/status', { status: 204 })
    const { sid } = await create({
      statusCallback,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    await stage().advance(5000)
    const callbacks = stage().app.at('/status')
    expect(callbacks.map((each) => [each['CallStatus'], each['SequenceNumber']])).toEqual([
      ['initiated', '0'],
      ['ringing', '1'],
      ['in-progress', '2'],
      ['completed', '3'],
    ])
    expect(callbacks[3]).toMatchObject({
      CallbackSource: 'call-progress-events',
      Timestamp: 'Mon, 02 Mar 2026 15:00:00 +0000',
      CallDuration: '0',
      Duration: '0',
    })
  })

  it('tells only its end by default', async () => {
    await create({ statusCallback: stage().app.on('/status', { status: 204 }), timeout: 5 })
    await stage().advance(10_000)
    expect(
      stage()
        .app.at('/status')
        .map((each) => each['CallStatus']),
    ).toEqual(['no-answer'])
  })

  it.each([
    ['decline', 'busy'],
    ['hangup', 'busy'],
  ])('that the handset meets with %s ends %s', async (deed, status) => {
    const { sid } = await create()
    await stage().advance(300)
    await stage().deed(sid, deed)
    const call = await stage().client.calls(sid).fetch()
    expect(call).toMatchObject({ status, duration: '0', price: null })
  })

  it.each([
    ['answer', 'completed'],
    ['decline', 'busy'],
    ['ignore', 'no-answer'],
    ['voicemail', 'completed'],
  ])('to a phone set to %s ends %s by itself', async (onCall, status) => {
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall })
    const { sid } = await create({ timeout: 20 })
    await stage().advance(60_000)
    expect((await stage().client.calls(sid).fetch()).status).toBe(status)
  })

  it('is billed by the started minute and lasts from answer to end', async () => {
    const { sid } = await create({ twiml: '<Response><Pause length="61"/></Response>' })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    await stage().advance(70_000)
    const call = await stage().client.calls(sid).fetch()
    expect(call).toMatchObject({ status: 'completed', duration: '61', price: '-0.02800', priceUnit: 'USD' })
    expect(call.endTime.getTime() - call.startTime.getTime()).toBe(61_000)
  })

  it('ends when its time limit is up', async () => {
    const { sid } = await create({ twiml: '<Response><Pause length="600"/></Response>', timeLimit: 30 })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    await stage().advance(60_000)
    expect((await stage().client.calls(sid).fetch()).duration).toBe('30')
  })

  it('plays the digits it was asked to send', async () => {
    const { sid } = await create({ sendDigits: 'ww12#' })
    await stage().advance(300)
    expect((await stage().deed(sid, 'answer')).heard[0]).toMatchObject({ verb: 'play', digits: 'ww12#' })
  })

  it('to a phone in a call finds it busy', async () => {
    const first = await create({ twiml: '<Response><Pause length="60"/></Response>' })
    await stage().advance(300)
    await stage().deed(first.sid, 'answer')
    const second = await create()
    await stage().advance(5000)
    expect((await stage().client.calls(second.sid).fetch()).status).toBe('busy')
  })

  it.each(['busy', 'no-answer', 'failed'])('ends %s where a fault says so', async (callStatus) => {
    await stage().control('POST', '/faults', { rules: [{ on: 'number', phoneNumber: ann, callStatus }] })
    const { sid } = await create()
    await stage().advance(70_000)
    expect((await stage().client.calls(sid).fetch()).status).toBe(callStatus)
  })

  it('records from answer to end when asked, and reports it', async () => {
    const recordingStatusCallback = stage().app.on('/recording', { status: 204 })
    const statusCallback = stage().app.on('/status', { status: 204 })
    const twiml = '<Response><Pause length="12"/></Response>'
    const { sid } = await create({
      twiml,
      record: true,
      recordingChannels: 'dual',
      recordingStatusCallback,
      statusCallback,
    })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    await stage().advance(20_000)
    const [recording] = await stage().client.calls(sid).recordings.list()
    expect(recording).toMatchObject({ duration: '12', channels: 2, source: 'OutboundAPI', status: 'completed' })
    expect(stage().app.at('/recording')).toMatchObject([{ RecordingSid: recording!.sid, RecordingStatus: 'completed' }])
    expect(stage().app.at('/status')[0]).toMatchObject({ RecordingSid: recording!.sid, RecordingDuration: '12' })
  })

  it('to another number of the account is a call to that number', async () => {
    await stage().configure(secondOwn, {
      voiceUrl: stage().app.on('/second', '<Response><Gather numDigits="1" action="/digits"/></Response>'),
    })
    const { sid } = await create({ to: secondOwn, twiml: '<Response><Play digits="7"/><Pause length="3"/></Response>' })
    await stage().advance(4000)
    expect(stage().app.at('/second')).toMatchObject([{ Direction: 'inbound', From: own, To: secondOwn }])
    expect(stage().app.at('/digits')).toMatchObject([{ Digits: '7' }])
    const calls = await stage().client.calls.list()
    expect(calls.map((call) => [call.direction, call.status])).toEqual([
      ['inbound', 'completed'],
      ['outbound-api', 'completed'],
    ])
    expect(calls[1]!.sid).toBe(sid)
  })

  it.each([
    ['without To', { to: '' }, 21201],
    ['without From', { from: '' }, 21213],
    ['to what is no number', { to: '+123' }, 21211],
    ['from what is no number', { from: 'me' }, 21212],
    ['from a number of somebody else', { from: bob }, 21210],
    ['without a document', { twiml: undefined }, 21205],
    ['with a Url that is none', { url: 'ftp://example.com' }, 21205],
    ['with an unknown method', { url: 'http://example.com', method: 'PUT' }, 21209],
    ['with letters to send as digits', { sendDigits: 'hello' }, 21206],
    ['with a timeout of an hour', { timeout: 3600 }, 21208],
    ['with an unknown event', { statusCallback: 'http://example.com', statusCallbackEvent: ['never'] }, 21626],
    ['of an application nobody has', { applicationSid: `AP${'0'.repeat(32)}` }, 21218],
  ])('%s is refused', async (_name, input, code) => {
    expect(await codeOf(create(input))).toBe(code)
  })
})

describe('changing a call by REST', () => {
  const stage = useStage()
  const answered = async (twiml = '<Response><Pause length="60"/></Response>') => {
    const { sid } = await stage().client.calls.create({ from: own, to: ann, twiml })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    return sid
  }

  it('completes one that goes on', async () => {
    const sid = await answered()
    await stage().advance(10_000)
    await stage().client.calls(sid).update({ status: 'completed' })
    expect(await stage().client.calls(sid).fetch()).toMatchObject({ status: 'completed', duration: '10' })
  })

  it('cancels one that still rings', async () => {
    const { sid } = await stage().client.calls.create({ from: own, to: ann, twiml: '<Response/>' })
    await stage().advance(300)
    expect((await stage().client.calls(sid).update({ status: 'canceled' })).status).toBe('canceled')
  })

  it('cannot cancel one that was answered', async () => {
    expect(
      await codeOf(
        stage()
          .client.calls(await answered())
          .update({ status: 'canceled' }),
      ),
    ).toBe(21220)
  })

  it('puts another document in the place of the running one', async () => {
    const sid = await answered()
    await stage().client.calls(sid).update({ twiml: '<Response><Say>New</Say></Response>' })
    await stage().quiet()
    expect(await stage().said(sid)).toEqual(['New'])
    await stage().advance(1000)
    expect((await stage().call(sid)).status).toBe('completed')
  })

  it('asks a new Url at once', async () => {
    const sid = await answered()
    await stage()
      .client.calls(sid)
      .update({ url: stage().app.on('/new', '<Response><Say>There</Say></Response>') })
    await stage().quiet()
    expect(stage().app.at('/new')).toMatchObject([{ CallSid: sid, CallStatus: 'in-progress' }])
  })

  it('knows no action URL relative to Twiml given by REST', async () => {
    const sid = await answered('<Response><Gather numDigits="1" action="/next"/></Response>')
    await stage().deed(sid, 'digits', { digits: '1' })
    expect(await stage().notifications()).toEqual([15004])
  })

  it('is refused once it is over', async () => {
    const sid = await answered('<Response/>')
    expect(await codeOf(stage().client.calls(sid).update({ status: 'completed' }))).toBe(21220)
    expect(await codeOf(stage().client.calls(sid).update({ twiml: '<Response/>' }))).toBe(21220)
  })

  it('deletes it once it is over, not before', async () => {
    const sid = await answered()
    expect(await codeOf(stage().client.calls(sid).remove())).toBe(20009)
    await stage().deed(sid, 'hangup')
    expect(await stage().client.calls(sid).remove()).toBe(true)
    expect(await codeOf(stage().client.calls(sid).fetch())).toBe(20404)
  })

  it('finds calls by number, status, parent and time', async () => {
    const sid = await answered('<Response/>')
    await stage().client.calls.create({ from: own, to: bob, twiml: '<Response/>' })
    const list = async (filter: object) => (await stage().client.calls.list(filter)).map((call) => call.to)
    expect(await list({})).toEqual([bob, ann])
    expect(await list({ to: ann })).toEqual([ann])
    expect(await list({ status: 'queued' })).toEqual([bob])
    expect(await list({ parentCallSid: sid })).toEqual([])
    expect(await list({ startTime: new Date('2026-03-02T00:00:00Z') })).toEqual([ann])
    expect(await list({ startTimeAfter: new Date('2026-03-03T00:00:00Z') })).toEqual([])
  })
})

describe('a call from a handset', () => {
  const stage = useStage()

  it('rings while its number’s webhook is asked', async () => {
    const sid = await stage().callInto('<Response><Say>Welcome</Say></Response>')
    expect(stage().app.at('/voice')).toMatchObject([
      { CallSid: sid, CallStatus: 'ringing', Direction: 'inbound', From: ann, To: own, ApiVersion: '2010-04-01' },
    ])
    expect(stage().app.at('/voice')[0]).toMatchObject({ FromCountry: 'US', CalledCity: '', CallerState: '', ToZip: '' })
  })

  it('is told the name of the caller where the number looks it up', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, name: 'ANN' })
    await stage().configure(own, { voiceCallerIdLookup: 'true' })
    await stage().callInto('<Response/>')
    expect(stage().app.at('/voice')[0]).toMatchObject({ CallerName: 'ANN' })
  })

  it('reports its end to the number’s status callback', async () => {
    await stage().configure(own, { statusCallback: stage().app.on('/status', { status: 204 }) })
    await stage().callInto('<Response><Pause length="2"/><Say>x</Say><Pause length="5"/></Response>')
    await stage().advance(10_000)
    expect(stage().app.at('/status')).toMatchObject([{ CallStatus: 'completed', CallDuration: '5', Duration: '1' }])
  })

  it('stops its document when the caller hangs up', async () => {
    const sid = await stage().callInto('<Response><Say>Long text</Say><Say>More</Say></Response>')
    await stage().deed(sid, 'hangup')
    await stage().advance(10_000)
    expect(await stage().said(sid)).toEqual(['Long text'])
  })

  it('that hangs up before anybody answers is canceled', async () => {
    const sid = await stage().callInto('<Response><Pause length="10"/><Say>Hi</Say></Response>')
    await stage().deed(sid, 'hangup')
    expect((await stage().client.calls(sid).fetch()).status).toBe('canceled')
  })

  it('to a number without a webhook fails', async () => {
    const sid = await stage().dial(ann)
    expect((await stage().call(sid)).status).toBe('failed')
  })

  it('shows up as outgoing on the handset', async () => {
    const sid = await stage().callInto('<Response><Pause/></Response>')
    const [call] = await stage().control('GET', `/phones/${ann}/calls`)
    expect(call).toMatchObject({ callSid: sid, direction: 'outgoing', from: ann, to: own })
    expect(await stage().control('GET', '/phones')).toMatchObject([{ phoneNumber: ann, activeCallSid: sid }])
  })
})
