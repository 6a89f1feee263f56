import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, useStage } from './helpers/stage.ts'

describe('a text from a handset', () => {
  const stage = useStage()
  const answering = async (
    ...answers: Parameters<ReturnType<typeof stage>['app']['on']> extends [string, ...infer R] ? R : never
  ) => stage().configure(own, { smsUrl: stage().app.on('/sms', ...answers) })

  it('reaches the webhook with all of its fields', async () => {
    await answering('<Response/>')
    const { messageSid } = await stage().text(ann, 'Is the job open?')
    const [request] = stage().app.at('/sms')
    expect(request).toEqual({
      AccountSid: stage().emulator.accountSid,
      ApiVersion: '2010-04-01',
      Body: 'Is the job open?',
      From: ann,
      FromCity: '',
      FromCountry: 'US',
      FromState: '',
      FromZip: '',
      MessageSid: messageSid,
      NumMedia: '0',
      NumSegments: '1',
      SmsMessageSid: messageSid,
      SmsSid: messageSid,
      SmsStatus: 'received',
      To: own,
      ToCity: '',
      ToCountry: 'US',
      ToState: '',
      ToZip: '',
    })
  })

  it('with media names them', async () => {
    await answering('<Response/>')
    await stage().control('POST', `/phones/${ann}/messages`, {
      to: own,
      body: '',
      mediaUrls: ['https://example.com/cv.pdf'],
    })
    const [request] = stage().app.at('/sms')
    expect(request).toMatchObject({
      NumMedia: '1',
      MediaUrl0: 'https://example.com/cv.pdf',
      MediaContentType0: 'application/pdf',
    })
    expect(request!['MessageSid']).toMatch(/^MM/)
  })

  it('is received in the REST list even if no webhook is set', async () => {
    await stage().text(ann, 'Anybody?')
    expect(await stage().client.messages.list()).toMatchObject([
      { direction: 'inbound', status: 'received', from: ann },
    ])
  })

  it('is asked for by GET with its fields in the query, signed', async () => {
    await answering('<Response/>')
    await stage().configure(own, { smsMethod: 'GET' })
    await stage().text(ann, "It's me & you")
    expect(stage().app.requests[0]).toMatchObject({ method: 'GET', params: { Body: "It's me & you" } })
  })

  it('is answered by Message, with media and a status callback', async () => {
    const callback = stage().app.on('/status', { status: 204 })
    await answering(
      `<Response><Message statusCallback="${callback}"><Body>One</Body><Body> two</Body><Media>https://example.com/a.png</Media></Message></Response>`,
    )
    await stage().text(ann, 'Hi')
    await stage().advance(1000)
    expect((await stage().inbox(ann))[0]).toMatchObject({ direction: 'received', body: 'One two', status: 'delivered' })
    expect(
      stage()
        .app.at('/status')
        .map((each) => each['MessageStatus']),
    ).toEqual(['sent', 'delivered'])
    const [reply] = await stage().client.messages.list({ to: ann })
    expect(reply).toMatchObject({ direction: 'outbound-reply', numMedia: '1' })
  })

  it('is answered by plain text', async () => {
    await answering({ type: 'text/plain', body: 'Just words' })
    await stage().text(ann, 'Hi')
    expect((await stage().inbox(ann))[0]).toMatchObject({ body: 'Just words' })
  })

  it('is not answered by an empty Response, nor by no content', async () => {
    await answering('<Response/>', { status: 204, type: null })
    await stage().text(ann, 'Hi')
    await stage().text(ann, 'Hi again')
    expect(await stage().inbox(ann)).toHaveLength(2)
    expect(await stage().notifications()).toEqual([])
  })

  it('follows a Redirect to a relative URL', async () => {
    await answering('<Response><Redirect>next?step=2</Redirect><Message>never</Message></Response>')
    stage().app.on('/next', '<Response><Message>From the second</Message></Response>')
    await stage().text(ann, 'Hi')
    expect((await stage().inbox(ann)).map((each) => each.body)).toEqual(['From the second', 'Hi'])
    expect(stage().app.requests[1]!.path).toBe('/next?step=2')
  })

  it('gives up on Redirects in a circle', async () => {
    await answering('<Response><Redirect/></Response>')
    await stage().text(ann, 'Hi')
    expect(await stage().notifications()).toEqual([14106])
  })

  it('may be answered to somebody else', async () => {
    await answering(`<Response><Message to="${bob}">For Bob</Message></Response>`)
    await stage().text(ann, 'Hi')
    expect(await stage().inbox(bob)).toMatchObject([{ body: 'For Bob' }])
  })

  it('gets at most ten messages in answer', async () => {
    await answering(`<Response>${'<Message>x</Message>'.repeat(11)}</Response>`)
    await stage().text(ann, 'Hi')
    expect(await stage().inbox(ann)).toHaveLength(11)
    expect(await stage().notifications()).toEqual([14109])
  })

  it('warns of voice verbs in the answer and goes on', async () => {
    await answering('<Response><Say>no</Say><Message>yes</Message></Response>')
    await stage().text(ann, 'Hi')
    expect(await stage().notifications()).toEqual([14110])
    expect((await stage().inbox(ann))[0]!.body).toBe('yes')
  })

  it('stops answering between two numbers after fifteen in half a minute', async () => {
    await answering('<Response><Message>pong</Message></Response>')
    for (let count = 0; count < 16; count++) await stage().text(ann, 'ping')
    expect(await stage().notifications()).toEqual([14107])
    await stage().advance(31_000)
    await stage().text(ann, 'ping')
    expect((await stage().inbox(ann)).filter((each) => each.body === 'pong')).toHaveLength(16)
  })

  it('goes to the fallback URL with the error when the webhook fails', async () => {
    await answering({ status: 500 })
    await stage().configure(own, {
      smsFallbackUrl: stage().app.on('/fallback', '<Response><Message>Sorry</Message></Response>'),
    })
    await stage().text(ann, 'Hi')
    const [request] = stage().app.at('/fallback')
    expect(request).toMatchObject({ ErrorCode: '11200', ErrorUrl: `${stage().app.url}/sms`, Body: 'Hi' })
    expect((await stage().inbox(ann))[0]!.body).toBe('Sorry')
  })

  it.each([
    ['JSON', { type: 'application/json', body: '{}' }, 12300],
    ['broken XML', '<Response><Message>', 12100],
    ['another root', '<Answer/>', 12102],
  ])('answered with %s is noted as an error and nothing is sent', async (_name, answer, code) => {
    await answering(answer)
    await stage().text(ann, 'Hi')
    expect(await stage().notifications()).toEqual([code])
    expect(await stage().inbox(ann)).toHaveLength(1)
  })
})

describe('opting out', () => {
  const stage = useStage()
  const send = () => stage().client.messages.create({ from: own, to: ann, body: 'News' })

  it.each(['STOP', 'stop', ' Stop ', 'StopAll', 'UNSUBSCRIBE', 'cancel', 'END', 'quit', 'OPTOUT', 'REVOKE'])(
    'with %j blocks later texts with 21610',
    async (word) => {
      await stage().text(ann, word)
      expect(await codeOf(send())).toBe(21610)
    },
  )

  it('is confirmed to the handset, and the word still reaches the webhook', async () => {
    await stage().configure(own, { smsUrl: stage().app.on('/sms', '<Response><Message>Hey!</Message></Response>') })
    await stage().text(ann, 'STOP')
    await stage().advance(1000)
    expect(stage().app.at('/sms')).toMatchObject([{ Body: 'STOP' }])
    expect(
      (await stage().inbox(ann)).map(({ status, errorCode, body }) => [status, errorCode, body.slice(0, 37)]),
    ).toEqual([
      ['failed', 21610, 'Hey!'],
      ['delivered', null, 'You have successfully been unsubscrib'],
      ['received', null, 'STOP'],
    ])
  })

  it('takes the whole message to be the word', async () => {
    await stage().text(ann, 'STOP please')
    expect((await send()).status).toBe('queued')
  })

  it('binds only the number that was texted', async () => {
    await stage().text(ann, 'STOP')
    const { status } = await stage().client.messages.create({ from: '+12125550100', to: ann, body: 'News' })
    expect(status).toBe('queued')
  })

  it.each(['START', 'yes', 'UNSTOP'])('is undone by %s', async (word) => {
    await stage().text(ann, 'STOP')
    await stage().text(ann, word)
    expect((await send()).status).toBe('queued')
    expect((await stage().inbox(ann)).some((each) => each.body.includes('re-subscribed'))).toBe(true)
  })

  it('is not done by HELP, which is answered', async () => {
    await stage().text(ann, 'help')
    expect((await stage().inbox(ann))[0]!.body).toBe('Reply STOP to unsubscribe. Msg&Data Rates May Apply.')
    expect((await send()).status).toBe('queued')
  })
})

describe('opting out of a toll-free number', () => {
  const tollFree = '+18005550100'
  const stage = useStage({ phoneNumbers: [tollFree] })

  it('is answered by the network', async () => {
    await stage().text(ann, 'Stop', tollFree)
    expect((await stage().inbox(ann))[0]!.body).toMatch(/^NETWORK MSG: You replied with the word "stop"/)
  })

  it('is not undone by YES', async () => {
    await stage().text(ann, 'STOP', tollFree)
    await stage().text(ann, 'YES', tollFree)
    expect(await codeOf(stage().client.messages.create({ from: tollFree, to: ann, body: 'x' }))).toBe(21610)
  })
})
