import { describe, expect, it } from 'vitest'
import { carol, Room } from './helpers/room.ts'
import { ann, bob, codeOf, useStage } from './helpers/stage.ts'

describe('a queue over REST', () => {
  const stage = useStage()
  const room = new Room(() => stage())

  it('is made with a name and a size', async () => {
    expect(await stage().client.queues.create({ friendlyName: 'Support' })).toMatchObject({
      friendlyName: 'Support',
      maxSize: 1000,
      currentSize: 0,
      averageWaitTime: 0,
    })
    expect((await stage().client.queues.create({ friendlyName: 'Small', maxSize: 2 })).maxSize).toBe(2)
    expect((await stage().client.queues.list()).map((each) => each.friendlyName)).toEqual(['Small', 'Support'])
  })

  it.each<[string, { friendlyName: string; maxSize?: number }]>([
    ['without a name', { friendlyName: '' }],
    ['with too long a name', { friendlyName: 'x'.repeat(65) }],
    ['for too many', { friendlyName: 'Big', maxSize: 5001 }],
    ['for nobody', { friendlyName: 'None', maxSize: 0 }],
  ])('is refused %s', async (_why, input) => {
    expect(await codeOf(stage().client.queues.create(input))).toBe(20001)
  })

  it('is refused with a name that is taken', async () => {
    await stage().client.queues.create({ friendlyName: 'Support' })
    expect(await codeOf(stage().client.queues.create({ friendlyName: 'Support' }))).toBe(20001)
  })

  it('is renamed and resized', async () => {
    const { sid } = await stage().client.queues.create({ friendlyName: 'Support' })
    const changed = await stage().client.queues(sid).update({ friendlyName: 'Sales', maxSize: 5 })
    expect(changed).toMatchObject({ friendlyName: 'Sales', maxSize: 5 })
    expect((await stage().client.queues(sid).fetch()).friendlyName).toBe('Sales')
  })

  it('is removed when empty only', async () => {
    await room.dial(ann, '<Response><Enqueue>Support</Enqueue></Response>')
    const [queue] = await stage().client.queues.list()
    expect(await codeOf(stage().client.queues(queue!.sid).remove())).toBe(20001)
    await stage()
      .client.queues(queue!.sid)
      .members('Front')
      .update({ url: `${stage().app.url}/taken` })
    expect(await stage().client.queues(queue!.sid).remove()).toBe(true)
    expect(await codeOf(stage().client.queues(queue!.sid).fetch())).toBe(20404)
  })

  it('knows how long its callers wait', async () => {
    await room.dial(ann, '<Response><Enqueue>Support</Enqueue></Response>')
    await stage().advance(20_000)
    await room.dial(bob, '<Response><Enqueue>Support</Enqueue></Response>')
    await stage().advance(10_000)
    const [queue] = await stage().client.queues.list()
    expect(queue).toMatchObject({ currentSize: 2, averageWaitTime: 20 })
  })

  it('lists its callers in order, and shows the first as Front', async () => {
    const first = await room.dial(ann, '<Response><Enqueue>Support</Enqueue></Response>')
    await stage().advance(5000)
    const second = await room.dial(bob, '<Response><Enqueue>Support</Enqueue></Response>')
    const [queue] = await stage().client.queues.list()
    const { members } = stage().client.queues(queue!.sid)
    expect(await members.list()).toMatchObject([
      { callSid: first, position: 1, waitTime: 5, queueSid: queue!.sid },
      { callSid: second, position: 2, waitTime: 0 },
    ])
    expect((await members('Front').fetch()).callSid).toBe(first)
    expect((await members(second).fetch()).position).toBe(2)
    expect(await codeOf(members(`CA${'0'.repeat(32)}`).fetch())).toBe(20404)
  })

  it('gives up a caller to another document', async () => {
    const sid = await room.dial(ann, '<Response><Enqueue action="/dequeued">Support</Enqueue></Response>')
    const [queue] = await stage().client.queues.list()
    const { members } = stage().client.queues(queue!.sid)
    await stage().advance(3000)
    const url = stage().app.on('/taken', '<Response><Say>Taken</Say></Response>')
    expect((await members('Front').update({ url, method: 'GET' })).callSid).toBe(sid)
    await stage().quiet()
    expect(await stage().said(sid)).toEqual(['Taken'])
    expect(stage().app.at('/dequeued')).toMatchObject([
      { QueueResult: 'redirected', QueueSid: queue!.sid, QueueTime: '3' },
    ])
    expect(await members.list()).toEqual([])
    expect(await codeOf(members('Front').update({ url }))).toBe(20404)
  })

  it('wants a URL to give up a caller to', async () => {
    await room.dial(ann, '<Response><Enqueue>Support</Enqueue></Response>')
    const [queue] = await stage().client.queues.list()
    const refused = stage().client.queues(queue!.sid).members('Front').update({ url: '' })
    expect(await codeOf(refused)).toBe(21205)
  })

  it('pages its callers', async () => {
    for (const phone of [ann, bob, carol]) await room.dial(phone, '<Response><Enqueue>Support</Enqueue></Response>')
    const [queue] = await stage().client.queues.list()
    expect(await stage().client.queues(queue!.sid).members.list({ pageSize: 1 })).toHaveLength(3)
  })
})
