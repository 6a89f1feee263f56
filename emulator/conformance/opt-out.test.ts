import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, secondOwn, useStage } from './helpers/stage.ts'
import type { Stage } from './helpers/stage.ts'

async function pool(stage: Stage, numbers: string[], settings: object = {}): Promise<string> {
  const { sid } = await stage.client.messaging.v1.services.create({ friendlyName: 'News', ...settings })
  for (const phoneNumber of numbers) {
    const [number] = await stage.client.incomingPhoneNumbers.list({ phoneNumber })
    await stage.client.messaging.v1.services(sid).phoneNumbers.create({ phoneNumberSid: number!.sid })
  }
  return sid
}

describe('opting out of a Messaging Service', () => {
  const stage = useStage()
  const send = (input: object) => stage().client.messages.create({ to: ann, body: 'News', ...input })

  it('holds for all of its numbers, by service or by number', async () => {
    const messagingServiceSid = await pool(stage(), [own, secondOwn])
    await stage().text(ann, 'STOP', own)
    expect(await codeOf(send({ messagingServiceSid }))).toBe(21610)
    expect(await codeOf(send({ from: own }))).toBe(21610)
    expect(await codeOf(send({ from: secondOwn }))).toBe(21610)
  })

  it('holds for nobody else', async () => {
    const messagingServiceSid = await pool(stage(), [own])
    await stage().text(ann, 'STOP', own)
    expect((await send({ messagingServiceSid, to: bob })).status).toBe('accepted')
    expect((await send({ from: secondOwn })).status).toBe('queued')
  })

  it('is undone by START to any of its numbers', async () => {
    const messagingServiceSid = await pool(stage(), [own, secondOwn])
    await stage().text(ann, 'STOP', own)
    await stage().text(ann, 'START', secondOwn)
    expect((await send({ messagingServiceSid })).status).toBe('accepted')
  })

  it('without Advanced Opt-Out says nothing of it to the webhook', async () => {
    await pool(stage(), [own], { inboundRequestUrl: stage().app.on('/sms', '<Response/>') })
    await stage().text(ann, 'STOP')
    expect(stage().app.at('/sms')[0]).not.toHaveProperty('OptOutType')
  })
})

describe('Advanced Opt-Out', () => {
  const stage = useStage()
  const service = async () => {
    const sid = await pool(stage(), [own], { inboundRequestUrl: stage().app.on('/sms', '<Response/>') })
    await stage().control('PATCH', `/messaging-services/${sid}`, {
      advancedOptOut: {
        stop: { keywords: ['STOP', 'BASTA'], reply: 'No more of it.' },
        start: { keywords: ['START'], reply: 'Welcome back.' },
        help: { keywords: ['HELP'], reply: 'Call us.' },
      },
    })
    return sid
  }

  it.each([
    ['basta', 'STOP', 'No more of it.'],
    ['START', 'START', 'Welcome back.'],
    [' help ', 'HELP', 'Call us.'],
  ])('answers %j by itself and tells the webhook %s', async (body, type, reply) => {
    await service()
    await stage().text(ann, body)
    expect(stage().app.at('/sms')).toMatchObject([{ OptOutType: type, Body: body }])
    expect((await stage().inbox(ann))[0]!.body).toBe(reply)
  })

  it('blocks by its own words, not by Twilio’s', async () => {
    const messagingServiceSid = await service()
    const send = () => stage().client.messages.create({ messagingServiceSid, to: ann, body: 'News' })
    await stage().text(ann, 'QUIT')
    expect((await send()).status).toBe('accepted')
    expect(stage().app.at('/sms')[0]).not.toHaveProperty('OptOutType')
    await stage().text(ann, 'BASTA')
    expect(await codeOf(send())).toBe(21610)
  })
})

describe('a short code', () => {
  const stage = useStage()
  const code = async () => {
    const { sid } = await stage().control('POST', '/short-codes', { shortCode: '72345' })
    await stage()
      .client.shortCodes(sid)
      .update({ smsUrl: stage().app.on('/sms', '<Response><Message>Hi</Message></Response>') })
    return sid
  }

  it('is listed, named and fetched', async () => {
    const sid = await code()
    await stage().client.shortCodes(sid).update({ friendlyName: 'Jobs' })
    expect(await stage().client.shortCodes.list({ friendlyName: 'Jobs' })).toMatchObject([{ sid, shortCode: '72345' }])
    expect(
      await codeOf(
        stage()
          .client.shortCodes(`SC${'0'.repeat(32)}`)
          .fetch(),
      ),
    ).toBe(20404)
  })

  it('sends, receives and answers', async () => {
    await code()
    await stage().client.messages.create({ from: '72345', to: ann, body: 'Reply JOB' })
    await stage().text(ann, 'JOB', '72345')
    await stage().advance(2000)
    expect(stage().app.at('/sms')).toMatchObject([{ To: '72345', Body: 'JOB' }])
    expect((await stage().inbox(ann)).map((each) => each.body)).toEqual(['Hi', 'JOB', 'Reply JOB'])
  })

  it('leaves STOP to the application', async () => {
    await code()
    await stage().text(ann, 'STOP', '72345')
    expect(stage().app.at('/sms')).toMatchObject([{ Body: 'STOP' }])
    expect((await stage().client.messages.create({ from: '72345', to: ann, body: 'x' })).status).toBe('queued')
  })

  it('of somebody else is refused', async () => {
    expect(await codeOf(stage().client.messages.create({ from: '99999', to: ann, body: 'x' }))).toBe(21606)
  })
})

describe('a toll-free number in a Messaging Service', () => {
  const tollFree = '+18005550100'
  const stage = useStage({ phoneNumbers: [tollFree, own] })

  it('stays blocked by the network when the service is rejoined through another number', async () => {
    const messagingServiceSid = await pool(stage(), [tollFree, own])
    await stage().text(ann, 'STOP', tollFree)
    await stage().text(ann, 'START', own)
    expect((await stage().client.messages.create({ messagingServiceSid, to: ann, body: 'x' })).status).toBe('accepted')
    expect(await codeOf(stage().client.messages.create({ from: tollFree, to: ann, body: 'x' }))).toBe(21610)
  })

  it('gives no help to whoever has opted out', async () => {
    await stage().text(ann, 'STOP', tollFree)
    await stage().text(ann, 'HELP', tollFree)
    expect((await stage().inbox(ann)).map((each) => each.direction)).toEqual(['sent', 'received', 'sent'])
  })
})
