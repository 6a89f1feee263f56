import { describe, expect, it } from 'vitest'
import { carol, Room } from './helpers/room.ts'
import { ann, bob, useStage } from './helpers/stage.ts'

describe('Enqueue', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const enqueue = (attributes = '', { phone = ann, after = '', name = 'Support' } = {}) =>
    room.dial(phone, `<Response><Enqueue ${attributes}>${name}</Enqueue>${after}</Response>`)
  const results = () => stage().app.at('/dequeued')

  it('makes the queue and waits with music', async () => {
    const sid = await enqueue()
    expect(await stage().client.queues.list()).toMatchObject([{ friendlyName: 'Support', currentSize: 1 }])
    expect((await stage().call(sid)).heard).toMatchObject([{ verb: 'play' }])
    expect((await stage().call(sid)).status).toBe('in-progress')
  })

  it('waits with a document that is told where one stands, again and again', async () => {
    await enqueue('', { phone: bob })
    await stage().advance(10_000)
    stage().app.on(
      '/wait',
      ({ params }) => `<Response><Say>Number ${params['QueuePosition']}</Say><Pause length="9"/></Response>`,
    )
    const sid = await enqueue('waitUrl="/wait"')
    const [queue] = await stage().client.queues.list()
    expect(stage().app.at('/wait')).toMatchObject([
      {
        CallSid: sid,
        QueueSid: queue!.sid,
        QueuePosition: '2',
        QueueTime: '0',
        AvgQueueTime: '5',
        CurrentQueueSize: '2',
        MaxQueueSize: '1000',
      },
    ])
    await stage().advance(20_000)
    expect((await stage().said(sid)).slice(0, 2)).toEqual(['Number 2', 'Number 2'])
    expect(Number(stage().app.at('/wait')[1]!['QueueTime'])).toBeGreaterThan(8)
  })

  it('does not ask without end for a document that says nothing', async () => {
    stage().app.on('/wait', '<Response/>')
    await enqueue('waitUrl="/wait"')
    await stage().advance(10_000)
    expect(stage().app.at('/wait').length).toBeLessThanOrEqual(11)
  })

  it('may wait in silence', async () => {
    const sid = await enqueue('waitUrl=""')
    await stage().advance(60_000)
    expect((await stage().call(sid)).heard).toEqual([])
  })

  it('is left by Leave, with the action told so', async () => {
    stage().app.on('/wait', '<Response><Say>Bye</Say><Leave/></Response>')
    await enqueue('waitUrl="/wait" action="/dequeued"')
    await stage().advance(5000)
    expect(results()).toMatchObject([{ QueueResult: 'leave', CallStatus: 'in-progress' }])
    expect(await stage().client.queues.list()).toMatchObject([{ currentSize: 0 }])
  })

  it('goes on with the next verb after Leave, without an action', async () => {
    stage().app.on('/wait', '<Response><Leave/></Response>')
    const sid = await enqueue('waitUrl="/wait"', { after: '<Say>Nobody was free</Say>' })
    expect(await stage().said(sid)).toEqual(['Nobody was free'])
  })

  it('lets the caller press a key while waiting', async () => {
    stage().app.on('/wait', '<Response><Gather numDigits="1" action="/chose" timeout="30"/></Response>')
    stage().app.on('/chose', ({ params }) =>
      params['Digits'] === '9' ? '<Response><Leave/></Response>' : '<Response><Pause length="5"/></Response>',
    )
    const sid = await enqueue('waitUrl="/wait" action="/dequeued"')
    await stage().deed(sid, 'digits', { digits: '9' })
    expect(stage().app.at('/chose')).toMatchObject([{ Digits: '9', QueuePosition: '1' }])
    expect(results()).toMatchObject([{ QueueResult: 'leave' }])
  })

  it('is over when the waiting document hangs up', async () => {
    stage().app.on('/wait', '<Response><Hangup/></Response>')
    const sid = await enqueue('waitUrl="/wait"')
    expect((await stage().call(sid)).status).toBe('completed')
  })

  it('tells the action that the caller hung up', async () => {
    const sid = await enqueue('action="/dequeued"')
    await stage().advance(12_000)
    await stage().deed(sid, 'hangup')
    expect(results()).toMatchObject([{ QueueResult: 'hangup', QueueTime: '12', CallStatus: 'completed' }])
    expect(await stage().client.queues.list()).toMatchObject([{ currentSize: 0 }])
  })

  it('tells the action that the call got another document', async () => {
    const sid = await enqueue('action="/dequeued"')
    await stage().client.calls(sid).update({ twiml: '<Response><Say>Elsewhere</Say></Response>' })
    await stage().quiet()
    expect(results()).toMatchObject([{ QueueResult: 'redirected' }])
    expect(await stage().said(sid)).toEqual(['Elsewhere'])
  })

  it('tells the action that the queue is full, with no queue to name', async () => {
    await stage().client.queues.create({ friendlyName: 'Support', maxSize: 1 })
    await enqueue('', { phone: bob })
    await enqueue('action="/dequeued"')
    expect(results()).toMatchObject([{ QueueResult: 'queue-full' }])
    expect(results()[0]).not.toHaveProperty('QueueSid')
    expect(await stage().notifications()).toEqual([14207])
  })

  it('tells the action of an error when the waitUrl fails', async () => {
    stage().app.on('/wait', { status: 500 })
    await enqueue('waitUrl="/wait" action="/dequeued"')
    expect(results()).toMatchObject([{ QueueResult: 'error' }])
  })

  it.each([
    ['no name', '', 14204],
    ['too long a name', 'x'.repeat(65), 14205],
  ])('refuses %s', async (_why, name, code) => {
    await enqueue('action="/dequeued"', { name })
    expect(results()).toMatchObject([{ QueueResult: 'error' }])
    expect(await stage().notifications()).toEqual([code])
  })

  it('knows no TaskRouter', async () => {
    await enqueue('workflowSid="WW0" action="/dequeued"', { name: '<Task>{}</Task>' })
    expect(results()).toMatchObject([{ QueueResult: 'error' }])
    expect(await stage().notifications()).toEqual([14226])
  })
})

describe('Dial to a Queue', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const wait = (phone = ann, attributes = 'waitUrl="" action="/dequeued"', after = '<Say>Goodbye</Say>') =>
    room.dial(phone, `<Response><Enqueue ${attributes}>Support</Enqueue>${after}</Response>`)
  const take = (attributes = '', noun = '<Queue>Support</Queue>') =>
    room.dial(bob, `<Response><Dial action="/dialed" ${attributes}>${noun}</Dial></Response>`)
  const dialed = () => stage().app.at('/dialed')
  const dequeued = () => stage().app.at('/dequeued')

  it('connects with the longest waiting caller', async () => {
    const first = await wait()
    const second = await wait(carol)
    const agent = await take()
    await room.say(agent, 'How can I help?')
    expect(await room.overheard(first)).toEqual(['How can I help?'])
    expect(await room.overheard(second)).toEqual([])
    await room.say(first, 'I look for work')
    expect(await room.overheard(agent)).toEqual(['I look for work'])
    expect(await stage().client.queues.list()).toMatchObject([{ currentSize: 1 }])
  })

  it('tells both actions once they part, because the agent hangs up', async () => {
    const caller = await wait()
    await stage().advance(30_000)
    const agent = await take()
    await stage().advance(20_000)
    expect(dequeued()).toEqual([])
    await stage().deed(agent, 'hangup')
    expect(dialed()).toMatchObject([
      { DialCallStatus: 'completed', DialCallSid: caller, DialCallDuration: '20', DialBridged: 'true' },
    ])
    expect(dequeued()).toMatchObject([{ CallSid: caller, QueueResult: 'bridged', QueueTime: '30' }])
  })

  it('or because the caller hangs up', async () => {
    const caller = await wait()
    const agent = await take()
    await stage().advance(5000)
    await stage().deed(caller, 'hangup')
    expect(dialed()).toMatchObject([{ CallSid: agent, DialCallStatus: 'completed', CallStatus: 'in-progress' }])
    expect(dequeued()).toMatchObject([{ QueueResult: 'bridged' }])
  })

  it('lets the caller go on with the next verb, without an action', async () => {
    const caller = await wait(ann, 'waitUrl=""')
    await stage().deed(await take(), 'hangup')
    expect(await stage().said(caller)).toEqual(['Goodbye'])
  })

  it('lets the caller hear a whisper first, told who takes the call', async () => {
    const caller = await wait()
    await stage().advance(9000)
    stage().app.on('/whisper', '<Response><Say>You are put through</Say></Response>')
    const agent = await take('', '<Queue url="/whisper">Support</Queue>')
    expect(stage().app.at('/whisper')).toMatchObject([{ CallSid: caller, DequeingCallSid: agent, QueueTime: '9' }])
    await room.say(agent, 'Too early')
    await stage().advance(5000)
    await room.say(agent, 'Now')
    expect(await stage().said(caller)).toEqual(['You are put through', 'Now'])
  })

  it('waits for someone to come', async () => {
    await stage().client.queues.create({ friendlyName: 'Support' })
    const agent = await take()
    await stage().advance(10_000)
    const caller = await wait()
    await room.say(caller, 'Hello?')
    expect(await room.overheard(agent)).toEqual(['Hello?'])
  })

  it('gives up when nobody comes within its timeout', async () => {
    await stage().client.queues.create({ friendlyName: 'Support' })
    await take('timeout="15"')
    await stage().advance(14_999)
    expect(dialed()).toEqual([])
    await stage().advance(1)
    expect(dialed()).toMatchObject([{ DialCallStatus: 'no-answer' }])
    await wait()
    expect(await stage().client.queues.list()).toMatchObject([{ currentSize: 1 }])
  })

  it('fails for a queue that does not exist', async () => {
    await take()
    expect(dialed()).toMatchObject([{ DialCallStatus: 'failed' }])
  })

  it('refuses a queue without a name: 14212', async () => {
    await take('', '<Queue></Queue>')
    expect(await stage().notifications()).toEqual([14212])
  })

  it('ends at its time limit', async () => {
    await wait()
    await take('timeLimit="60"')
    await stage().advance(60_000)
    expect(dialed()).toMatchObject([{ DialCallDuration: '60' }])
  })

  it('is left with star, if the Dial says so', async () => {
    await wait()
    const agent = await take('hangupOnStar="true"')
    await stage().deed(agent, 'digits', { digits: '*' })
    expect(dialed()).toMatchObject([{ DialCallStatus: 'completed' }])
  })

  it('is recorded as any Dial', async () => {
    await wait()
    const agent = await take('record="record-from-answer"')
    await stage().advance(8000)
    await stage().deed(agent, 'hangup')
    await stage().advance(1000)
    expect(await stage().client.recordings.list()).toMatchObject([
      { callSid: agent, source: 'DialVerb', duration: '8' },
    ])
  })

  it('is told that the caller was redirected from the conversation', async () => {
    const caller = await wait()
    await take()
    await stage().client.calls(caller).update({ twiml: '<Response><Pause length="5"/></Response>' })
    await stage().quiet()
    expect(dequeued()).toMatchObject([{ QueueResult: 'redirected-from-bridged' }])
    expect(dialed()).toMatchObject([{ DialCallStatus: 'completed' }])
  })

  it('is canceled when the agent hangs up while waiting for someone', async () => {
    await stage().client.queues.create({ friendlyName: 'Support' })
    const agent = await take()
    await stage().deed(agent, 'hangup')
    expect(dialed()).toMatchObject([{ DialCallStatus: 'canceled', CallStatus: 'completed' }])
  })
})
