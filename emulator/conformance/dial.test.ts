import { describe, expect, it } from 'vitest'
import { ann, bob, own, secondOwn, useStage } from './helpers/stage.ts'

const carol = '+14155550133'

describe('Dial', () => {
  const stage = useStage()
  const dial = (attributes: string, inside: string, after = '<Say>after</Say>') =>
    stage().callInto(`<Response><Dial ${attributes}>${inside}</Dial>${after}</Response>`)
  const results = () => stage().app.at('/dialed')
  const toBob = `<Number>${bob}</Number>`
  const answeredByBob = async (attributes = 'action="/dialed"', noun = toBob) => {
    const parent = await dial(attributes, noun)
    await stage().advance(200)
    const child = await stage().ringingAt(bob)
    await stage().deed(child, 'answer')
    return { parent, child }
  }

  it('rings a handset with the caller’s number, as a child of the call', async () => {
    const parent = await dial('', bob)
    await stage().advance(200)
    const child = await stage().ringingAt(bob)
    expect(await stage().client.calls(child).fetch()).toMatchObject({
      parentCallSid: parent,
      direction: 'outbound-dial',
      from: ann,
      to: bob,
    })
    expect((await stage().call(parent)).childCallSids).toEqual([child])
  })

  it('asks its action with what became of it, once the callee hangs up', async () => {
    const { parent, child } = await answeredByBob()
    await stage().advance(42_000)
    await stage().deed(child, 'hangup')
    expect(results()).toMatchObject([
      { CallSid: parent, DialCallStatus: 'completed', DialCallSid: child, DialCallDuration: '42', DialBridged: 'true' },
    ])
    expect(await stage().said(parent)).toEqual([])
  })

  it('without an action goes on with the next verb', async () => {
    const { parent, child } = await answeredByBob('')
    await stage().deed(child, 'hangup')
    expect(await stage().said(parent)).toEqual(['after'])
  })

  it('asks its action too when the caller hangs up, and ends the callee’s leg', async () => {
    const { parent, child } = await answeredByBob()
    await stage().advance(10_000)
    await stage().deed(parent, 'hangup')
    expect(results()).toMatchObject([{ DialCallStatus: 'completed', CallStatus: 'completed' }])
    expect((await stage().call(child)).status).toBe('completed')
  })

  it('is canceled when the caller hangs up while it rings', async () => {
    const parent = await dial('action="/dialed"', toBob)
    await stage().advance(5000)
    const child = await stage().ringingAt(bob)
    await stage().deed(parent, 'hangup')
    expect((await stage().call(child)).status).toBe('canceled')
    expect(results()).toMatchObject([{ DialCallStatus: 'canceled', DialBridged: 'false' }])
  })

  it('gives up after its timeout', async () => {
    const parent = await dial('action="/dialed" timeout="12"', toBob)
    await stage().advance(12_199)
    expect(results()).toEqual([])
    await stage().advance(1)
    expect(results()).toMatchObject([{ DialCallStatus: 'no-answer' }])
    expect(results()[0]).not.toHaveProperty('DialCallDuration')
    expect((await stage().call(parent)).status).toBe('completed')
  })

  it('is busy when the callee declines', async () => {
    await dial('action="/dialed"', toBob)
    await stage().advance(200)
    await stage().deed(await stage().ringingAt(bob), 'decline')
    expect(results()).toMatchObject([{ DialCallStatus: 'busy' }])
  })

  it.each([
    ['a number no country has', '<Number>+15555550100</Number>', 13224],
    ['a noun it cannot dial', '<Sim>DE0123456789abcdef0123456789abcdef</Sim>', 12200],
  ])('fails for %s', async (_name, inside, code) => {
    await dial('action="/dialed"', inside)
    expect(results()).toMatchObject([{ DialCallStatus: 'failed' }])
    expect(await stage().notifications()).toEqual([code])
  })

  it('rings several at once; the first to answer wins and the others are canceled', async () => {
    await dial('action="/dialed"', `${toBob}<Number>${carol}</Number>`)
    await stage().advance(200)
    const [atBob, atCarol] = [await stage().ringingAt(bob), await stage().ringingAt(carol)]
    await stage().deed(atCarol, 'answer')
    expect((await stage().call(atBob)).status).toBe('canceled')
    await stage().deed(atCarol, 'hangup')
    expect(results()).toMatchObject([{ DialCallSid: atCarol, DialCallStatus: 'completed' }])
  })

  it('goes on ringing the others when one declines', async () => {
    await dial('action="/dialed"', `${toBob}<Number>${carol}</Number>`)
    await stage().advance(200)
    await stage().deed(await stage().ringingAt(bob), 'decline')
    expect(results()).toEqual([])
    await stage().deed(await stage().ringingAt(carol), 'decline')
    expect(results()).toMatchObject([{ DialCallStatus: 'busy' }])
  })

  it('one after the other when sequential', async () => {
    await dial('sequential="true" timeout="10"', `${toBob}<Number>${carol}</Number>`)
    await stage().advance(200)
    await expect(stage().ringingAt(carol)).rejects.toThrow('undefined')
    await stage().deed(await stage().ringingAt(bob), 'decline')
    await stage().advance(200)
    expect(await stage().ringingAt(carol)).toMatch(/^CA/)
  })

  it('shows a number of the account as caller ID', async () => {
    await dial(`callerId="${secondOwn}"`, toBob)
    await stage().advance(200)
    expect((await stage().call(await stage().ringingAt(bob))).from).toBe(secondOwn)
  })

  it('fails with a caller ID that is not the account’s', async () => {
    await dial(`callerId="${carol}" action="/dialed"`, toBob)
    expect(await stage().notifications()).toEqual([13214])
    expect(results()).toMatchObject([{ DialCallStatus: 'failed' }])
  })

  it('keeps the caller ringing until the callee answers, if it shall', async () => {
    const parent = await dial('answerOnBridge="true"', toBob)
    await stage().advance(200)
    expect((await stage().call(parent)).status).toBe('ringing')
    await stage().deed(await stage().ringingAt(bob), 'answer')
    expect((await stage().call(parent)).status).toBe('in-progress')
  })

  it('ends the connection when its time limit is up', async () => {
    const { child } = await answeredByBob('action="/dialed" timeLimit="60"')
    await stage().advance(60_000)
    expect(results()).toMatchObject([{ DialCallDuration: '60' }])
    expect((await stage().call(child)).status).toBe('completed')
  })

  it('lets the caller leave with star, if it may', async () => {
    const { parent, child } = await answeredByBob('hangupOnStar="true"')
    await stage().deed(parent, 'digits', { digits: '1*' })
    expect((await stage().call(child)).status).toBe('completed')
    expect(await stage().said(parent)).toEqual(['after'])
  })

  it('does not let the caller leave with star otherwise', async () => {
    const { parent, child } = await answeredByBob('')
    await stage().deed(parent, 'digits', { digits: '*' })
    expect((await stage().call(child)).status).toBe('in-progress')
  })

  it('reports the child’s progress to the noun’s status callback', async () => {
    const noun = `<Number statusCallback="/child" statusCallbackEvent="initiated ringing answered completed">${bob}</Number>`
    const { parent, child } = await answeredByBob('', noun)
    await stage().deed(child, 'hangup')
    const reports = stage().app.at('/child')
    expect(reports.map((each) => each['CallStatus'])).toEqual(['initiated', 'ringing', 'in-progress', 'completed'])
    expect(reports[0]).toMatchObject({ CallSid: child, ParentCallSid: parent, Direction: 'outbound-dial' })
  })

  it('runs a whisper on the callee before they are connected', async () => {
    stage().app.on('/whisper', '<Response><Say>A candidate calls</Say></Response>')
    const { parent, child } = await answeredByBob('action="/dialed"', `<Number url="/whisper">${bob}</Number>`)
    expect(stage().app.at('/whisper')).toMatchObject([
      { CallSid: child, ParentCallSid: parent, Direction: 'outbound-dial' },
    ])
    expect(await stage().said(child)).toEqual(['A candidate calls'])
    await stage().advance(5000)
    await stage().deed(child, 'hangup')
    expect(results()).toMatchObject([{ DialBridged: 'true' }])
  })

  it('lets a whisper refuse the call', async () => {
    stage().app.on('/whisper', '<Response><Gather numDigits="1" timeout="3" action="/accept"/><Hangup/></Response>')
    const { child } = await answeredByBob('action="/dialed"', `<Number url="/whisper">${bob}</Number>`)
    await stage().advance(3000)
    expect((await stage().call(child)).status).toBe('completed')
    expect(results()).toMatchObject([{ DialBridged: 'false' }])
  })

  it('lets a whisper accept the call by a key', async () => {
    stage().app.on('/whisper', '<Response><Gather numDigits="1" action="/accept"/><Hangup/></Response>')
    stage().app.on('/accept', '<Response/>')
    const { child } = await answeredByBob('action="/dialed"', `<Number url="/whisper">${bob}</Number>`)
    await stage().deed(child, 'digits', { digits: '1' })
    await stage().advance(1000)
    expect((await stage().call(child)).status).toBe('in-progress')
    await stage().deed(child, 'hangup')
    expect(results()).toMatchObject([{ DialBridged: 'true' }])
  })

  it('is not allowed on a leg that was dialled', async () => {
    stage().app.on('/whisper', `<Response><Dial>${carol}</Dial></Response>`)
    await answeredByBob('', `<Number url="/whisper">${bob}</Number>`)
    expect(await stage().notifications()).toEqual([13201])
  })

  it('to a number of the account is a call to its webhook', async () => {
    await stage().configure(secondOwn, {
      voiceUrl: stage().app.on('/second', '<Response><Say>Second desk</Say></Response>'),
    })
    const parent = await dial('action="/dialed"', secondOwn)
    await stage().advance(5000)
    expect(stage().app.at('/second')).toMatchObject([{ From: ann, To: secondOwn, Direction: 'inbound' }])
    expect(results()).toMatchObject([{ CallSid: parent, DialCallStatus: 'completed', DialBridged: 'true' }])
    expect(await stage().client.calls.list()).toHaveLength(3)
  })

  it('to a number of the account that rejects is busy', async () => {
    await stage().configure(secondOwn, {
      voiceUrl: stage().app.on('/second', '<Response><Reject reason="busy"/></Response>'),
    })
    await dial('action="/dialed"', secondOwn)
    await stage().advance(5000)
    expect(results()).toMatchObject([{ DialCallStatus: 'busy' }])
  })

  it('records the conversation on the caller’s leg, and names it in the action', async () => {
    const attributes = 'action="/dialed" record="record-from-answer-dual" recordingStatusCallback="/recording"'
    const { parent, child } = await answeredByBob(attributes)
    await stage().advance(9000)
    await stage().deed(child, 'hangup')
    await stage().advance(1000)
    const [recording] = await stage().client.recordings.list()
    expect(recording).toMatchObject({ callSid: parent, source: 'DialVerb', channels: 2, duration: '9' })
    expect(results()[0]!['RecordingUrl']).toMatch(new RegExp(`/Recordings/${recording!.sid}$`))
    expect(stage().app.at('/recording')).toMatchObject([{ CallSid: parent, RecordingChannels: '2' }])
  })

  it('is left when the caller’s call gets another document', async () => {
    const { parent, child } = await answeredByBob()
    await stage().client.calls(parent).update({ twiml: '<Response><Say>Elsewhere</Say></Response>' })
    await stage().quiet()
    expect((await stage().call(child)).status).toBe('completed')
    expect(await stage().said(parent)).toEqual(['Elsewhere'])
    expect(results()).toEqual([])
  })

  it('goes on for the caller when the callee’s call gets another document', async () => {
    const { child } = await answeredByBob()
    await stage().client.calls(child).update({ twiml: '<Response><Say>Taken away</Say><Pause length="9"/></Response>' })
    await stage().quiet()
    expect(results()).toMatchObject([{ DialCallStatus: 'completed', DialCallSid: child }])
    expect(results()[0]).not.toHaveProperty('DialCallDuration')
    expect(await stage().said(child)).toEqual(['Taken away'])
    expect((await stage().call(child)).status).toBe('in-progress')
  })

  it('from an outbound call shows the number of the account', async () => {
    const { sid } = await stage().client.calls.create({
      from: own,
      to: ann,
      twiml: `<Response><Dial>${bob}</Dial></Response>`,
    })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    await stage().advance(200)
    expect((await stage().call(await stage().ringingAt(bob))).from).toBe(own)
  })
})
