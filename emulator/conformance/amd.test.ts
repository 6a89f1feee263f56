import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, useStage } from './helpers/stage.ts'

describe('answering machine detection', () => {
  const stage = useStage()
  const call = async (onCall: 'answer' | 'voicemail', input: object) => {
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall })
    const url = stage().app.on('/voice', '<Response><Say>Hello</Say><Pause length="60"/></Response>')
    const { sid } = await stage().client.calls.create({ from: own, to: ann, url, ...input })
    await stage().advance(30_000)
    return sid
  }
  const fetched = () => stage().app.at('/voice')

  it.each<[string, 'answer' | 'voicemail', object, string, string]>([
    ['a person', 'answer', { machineDetection: 'Enable' }, 'human', '4000'],
    ['a machine', 'voicemail', { machineDetection: 'Enable' }, 'machine_start', '4000'],
    ['a person, waiting for the end', 'answer', { machineDetection: 'DetectMessageEnd' }, 'human', '4000'],
    ['a machine at its beep', 'voicemail', { machineDetection: 'DetectMessageEnd' }, 'machine_end_beep', '8000'],
    [
      'a machine still greeting at the timeout',
      'voicemail',
      { machineDetection: 'DetectMessageEnd', machineDetectionTimeout: 6 },
      'machine_end_other',
      '6000',
    ],
    [
      'nobody within the timeout',
      'answer',
      { machineDetection: 'Enable', machineDetectionTimeout: 3 },
      'unknown',
      '3000',
    ],
  ])('delays the document and tells %s', async (_who, onCall, input, answeredBy, duration) => {
    const sid = await call(onCall, input)
    expect(fetched()).toMatchObject([{ AnsweredBy: answeredBy, MachineDetectionDuration: duration }])
    expect((await stage().client.calls(sid).fetch()).answeredBy).toBe(answeredBy)
  })

  it('delays the document until it knows', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall: 'answer' })
    const url = stage().app.on('/voice', '<Response/>')
    await stage().client.calls.create({ from: own, to: ann, url, machineDetection: 'Enable' })
    await stage().advance(1300 + 3999)
    expect(fetched()).toEqual([])
    await stage().advance(1)
    expect(fetched()).toHaveLength(1)
  })

  it('tells nothing, and delays nothing, unless asked to', async () => {
    await call('voicemail', {})
    expect(fetched()[0]).not.toHaveProperty('AnsweredBy')
  })

  it('asks no document when the call ends before', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall: 'answer' })
    const url = stage().app.on('/voice', '<Response/>')
    const { sid } = await stage().client.calls.create({ from: own, to: ann, url, machineDetection: 'Enable' })
    await stage().advance(2000)
    await stage().deed(sid, 'hangup')
    await stage().advance(30_000)
    expect(fetched()).toEqual([])
  })

  it('takes another document that came meanwhile', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall: 'answer' })
    const url = stage().app.on('/voice', '<Response/>')
    const { sid } = await stage().client.calls.create({ from: own, to: ann, url, machineDetection: 'Enable' })
    await stage().advance(2000)
    await stage().client.calls(sid).update({ twiml: '<Response><Say>Other</Say></Response>' })
    await stage().advance(30_000)
    expect(await stage().said(sid)).toEqual(['Other'])
    expect(fetched()).toEqual([])
  })

  it('on the side starts the document at once and calls back', async () => {
    const asyncAmdStatusCallback = stage().app.on('/amd', { status: 204 })
    const sid = await call('voicemail', {
      machineDetection: 'DetectMessageEnd',
      asyncAmd: 'true',
      asyncAmdStatusCallback,
    })
    expect(fetched()).toHaveLength(1)
    expect(fetched()[0]).not.toHaveProperty('AnsweredBy')
    expect(stage().app.at('/amd')).toEqual([
      {
        AccountSid: stage().emulator.accountSid,
        CallSid: sid,
        AnsweredBy: 'machine_end_beep',
        MachineDetectionDuration: '8000',
      },
    ])
  })

  it('on the side calls back by GET, if asked to', async () => {
    const asyncAmdStatusCallback = stage().app.on('/amd', { status: 204 })
    await call('answer', {
      machineDetection: 'Enable',
      asyncAmd: 'true',
      asyncAmdStatusCallback,
      asyncAmdStatusCallbackMethod: 'GET',
    })
    expect(stage().app.requests.filter((each) => each.method === 'GET')).toHaveLength(1)
  })

  it('on the side without a callback is a warning: 21262', async () => {
    await call('answer', { machineDetection: 'Enable', asyncAmd: 'true' })
    expect(await stage().notifications()).toEqual([21262])
  })

  it('shows in the callbacks that come after it', async () => {
    const statusCallback = stage().app.on('/status', { status: 204 })
    const sid = await call('voicemail', {
      machineDetection: 'Enable',
      statusCallback,
      statusCallbackEvent: ['answered', 'completed'],
    })
    await stage().deed(sid, 'hangup')
    const [answered, completed] = stage().app.at('/status')
    expect(answered).not.toHaveProperty('AnsweredBy')
    expect(completed).toMatchObject({ AnsweredBy: 'machine_start' })
  })

  it('is left out where keys are to be pressed, which the callee hears', async () => {
    const sid = await call('voicemail', { machineDetection: 'Enable', sendDigits: '1w2' })
    expect(fetched()[0]).not.toHaveProperty('AnsweredBy')
    expect((await stage().call(sid)).heard[0]).toMatchObject({ verb: 'play', digits: '1w2' })
  })

  it('of a dialled number calls back beside the conversation', async () => {
    await stage().control('POST', '/phones', { phoneNumber: bob, onCall: 'voicemail' })
    const noun = `<Number machineDetection="Enable" amdStatusCallback="/amd">${bob}</Number>`
    await stage().callInto(`<Response><Dial>${noun}</Dial></Response>`)
    await stage().advance(20_000)
    expect(stage().app.at('/amd')).toMatchObject([{ AnsweredBy: 'machine_start' }])
  })

  it.each<[string, object, number]>([
    ['an unknown way', { machineDetection: 'Maybe' }, 21234],
    ['too short a timeout', { machineDetection: 'Enable', machineDetectionTimeout: 2 }, 21263],
    ['too long a timeout', { machineDetection: 'Enable', machineDetectionTimeout: 61 }, 21263],
    ['a speech threshold out of range', { machineDetection: 'Enable', machineDetectionSpeechThreshold: 9 }, 21263],
    ['a silence timeout out of range', { machineDetection: 'Enable', machineDetectionSilenceTimeout: 9 }, 21263],
  ])('is refused with %s', async (_what, input, code) => {
    const twiml = '<Response/>'
    expect(await codeOf(stage().client.calls.create({ from: own, to: ann, twiml, ...input }))).toBe(code)
  })
})

describe('calls per second', () => {
  const stage = useStage()
  const create = (to: string) => stage().client.calls.create({ from: own, to, twiml: '<Response/>' })
  const statuses = async () => (await stage().client.calls.list()).map((each) => each.status).toReversed()

  it('are not limited unless asked for', async () => {
    await create(ann)
    await create(bob)
    await stage().advance(300)
    expect(await statuses()).toEqual(['ringing', 'ringing'])
  })

  it('release one call after the other in clock time', async () => {
    await stage().control('PATCH', '/settings', { callsPerSecond: 1 })
    await create(ann)
    await create(bob)
    const third = await create('+14155550133')
    await stage().advance(300)
    expect(await statuses()).toEqual(['ringing', 'queued', 'queued'])
    await stage().advance(1000)
    expect(await statuses()).toEqual(['ringing', 'ringing', 'queued'])
    await stage().advance(1000)
    expect(await statuses()).toEqual(['ringing', 'ringing', 'ringing'])
    expect((await stage().client.calls(third.sid).fetch()).queueTime).toBe('2000')
  })

  it('can be raised', async () => {
    await stage().control('PATCH', '/settings', { callsPerSecond: 10 })
    for (const to of [ann, bob, '+14155550133']) await create(to)
    await stage().advance(500)
    expect(await statuses()).toEqual(['ringing', 'ringing', 'ringing'])
  })

  it('hold for participants too, and not for Dial', async () => {
    await stage().control('PATCH', '/settings', { callsPerSecond: 1 })
    await create(ann)
    const { callSid } = await stage().client.conferences('Room').participants.create({ from: own, to: bob })
    await stage().advance(300)
    expect((await stage().call(callSid)).status).toBe('queued')
    await stage().advance(1000)
    expect((await stage().call(callSid)).status).toBe('ringing')
  })

  it('let a queued call be canceled', async () => {
    await stage().control('PATCH', '/settings', { callsPerSecond: 1 })
    await create(ann)
    const { sid } = await create(bob)
    expect((await stage().client.calls(sid).update({ status: 'canceled' })).status).toBe('canceled')
    await stage().advance(5000)
    expect(await stage().control('GET', `/phones/${bob}/calls`)).toMatchObject([{ status: 'canceled' }])
  })
})
