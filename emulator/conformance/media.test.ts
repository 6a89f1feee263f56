import { describe, expect, it } from 'vitest'
import { ann, codeOf, own, useStage } from './helpers/stage.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('media of a sent text', () => {
  const stage = useStage()
  const serve = (type: string | null, body: string) => stage().app.on('/media', { type, body })
  const send = async (...mediaUrl: string[]) => {
    const { sid } = await stage().client.messages.create({ from: own, to: ann, body: 'Look', mediaUrl })
    await stage().advance(2000)
    return stage().client.messages(sid).fetch()
  }
  const bytes = (messageSid: string, mediaSid: string) =>
    fetch(
      `${stage().emulator.url}/2010-04-01/Accounts/${stage().emulator.accountSid}/Messages/${messageSid}/Media/${mediaSid}`,
      {
        redirect: 'manual',
      },
    )

  it('is fetched once and then served from the emulator, without credentials', async () => {
    const message = await send(serve('image/gif', 'GIF89a'))
    const [media] = await stage().client.messages(message.sid).media.list()
    expect(media).toMatchObject({ contentType: 'image/gif', parentSid: message.sid })
    const response = await bytes(message.sid, media!.sid)
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/gif', 'GIF89a'])
    expect(stage().app.requests).toHaveLength(1)
  })

  it('costs what a media message costs', async () => {
    expect(await send(serve('image/png', 'x'))).toMatchObject({
      status: 'delivered',
      price: '-0.02200',
      numSegments: '1',
    })
  })

  it('elsewhere is not fetched: its address leads there', async () => {
    const message = await send('https://example.com/cat.jpg')
    const [media] = await stage().client.messages(message.sid).media.list()
    const response = await bytes(message.sid, media!.sid)
    expect([response.status, response.headers.get('location')]).toEqual([307, 'https://example.com/cat.jpg'])
    expect(message.status).toBe('delivered')
  })

  it('is deleted one by one', async () => {
    const message = await send(serve('image/png', 'a'), 'https://example.com/b.png')
    const media = stage().client.messages(message.sid).media
    const [first] = await media.list()
    expect(await media(first!.sid).remove()).toBe(true)
    expect(await codeOf(media(first!.sid).fetch())).toBe(20404)
    expect((await bytes(message.sid, first!.sid)).status).toBe(404)
    expect(await media.list()).toHaveLength(1)
    expect((await stage().client.messages(message.sid).fetch()).numMedia).toBe('1')
  })

  it('is gone with its text', async () => {
    const message = await send(serve('image/png', 'a'))
    const [media] = await stage().client.messages(message.sid).media.list()
    await stage().client.messages(message.sid).remove()
    expect((await bytes(message.sid, media!.sid)).status).toBe(404)
  })

  it.each([
    ['is not there', { status: 404 }, 11200],
    ['is of a type nobody takes', { type: 'application/x-msdownload', body: 'MZ' }, 12300],
    ['is an image of more than 5 MB', { type: 'image/jpeg', body: 'x'.repeat(5_242_881) }, 11751],
    ['is a document of more than 500 kB', { type: 'application/pdf', body: 'x'.repeat(512_001) }, 11751],
  ])('makes the text fail if it %s', async (_name, answer, code) => {
    const message = await send(stage().app.on('/media', answer))
    expect(message).toMatchObject({ status: 'failed', errorCode: code, price: null })
    expect((await stage().inbox(ann))[0]).toMatchObject({ status: 'failed' })
  })

  it('may be an image of exactly 5 MB', async () => {
    expect((await send(serve('image/jpeg', 'x'.repeat(5_242_880)))).status).toBe('delivered')
  })

  it('makes a WhatsApp message fail with 63019 if it cannot be had', async () => {
    await stage().text(ann, 'Hi', `whatsapp:${own}`)
    const { sid } = await stage().client.messages.create({
      from: `whatsapp:${own}`,
      to: `whatsapp:${ann}`,
      mediaUrl: [stage().app.on('/media', { status: 500 })],
    })
    await stage().advance(2000)
    expect(await stage().client.messages(sid).fetch()).toMatchObject({ status: 'failed', errorCode: 63019 })
  })
})

describe('media of a text from a handset', () => {
  const stage = useStage()

  it('reaches the webhook as the emulator’s own URL, with its bytes behind it', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/sms', '<Response/>') })
    await stage().control('POST', `/phones/${ann}/messages`, {
      to: own,
      body: '',
      mediaUrls: [`data:image/png;base64,${png}`],
    })
    const [request] = stage().app.at('/sms')
    expect(request).toMatchObject({ NumMedia: '1', MediaContentType0: 'image/png' })
    expect(request!['MediaUrl0']).toMatch(/\/Messages\/MM[0-9a-f]{32}\/Media\/ME[0-9a-f]{32}$/)
    const response = await fetch(request!['MediaUrl0']!)
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(png)
  })

  it('is fetched from this machine before the webhook is asked', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/sms', '<Response/>') })
    const url = stage().app.on('/photo', { type: 'image/jpeg', body: 'JFIF' })
    await stage().control('POST', `/phones/${ann}/messages`, { to: own, body: 'Look', mediaUrls: [url] })
    expect(stage().app.requests.map((each) => each.path)).toEqual(['/photo', '/sms'])
    expect(await (await fetch(stage().app.at('/sms')[0]!['MediaUrl0']!)).text()).toBe('JFIF')
  })

  it('that cannot be had is noted, and the text goes on', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/sms', '<Response/>') })
    const url = stage().app.on('/photo', { status: 404 })
    await stage().control('POST', `/phones/${ann}/messages`, { to: own, body: 'Look', mediaUrls: [url] })
    expect(stage().app.at('/sms')).toMatchObject([{ MediaUrl0: url }])
    expect(await stage().notifications()).toEqual([11200])
  })
})

describe('feedback on a text', () => {
  const stage = useStage()
  const text = async () => (await stage().client.messages.create({ from: own, to: ann, body: 'Code 1234' })).sid

  it.each(['confirmed', 'unconfirmed'] as const)('is %s', async (outcome) => {
    const sid = await text()
    expect(await stage().client.messages(sid).feedback.create({ outcome })).toMatchObject({ messageSid: sid, outcome })
  })

  it('is nothing else', async () => {
    const feedback = stage().client.messages(await text()).feedback
    expect(await codeOf(feedback.create({ outcome: 'perhaps' as never }))).toBe(20001)
  })

  it('needs a text that there is', async () => {
    const feedback = stage().client.messages(`SM${'0'.repeat(32)}`).feedback
    expect(await codeOf(feedback.create({ outcome: 'confirmed' }))).toBe(20404)
  })
})
