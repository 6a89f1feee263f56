import { describe, expect, it } from 'vitest'
import { ann, bob, codeOf, own, secondOwn, useStage } from './helpers/stage.ts'

const magic = (last: string) => `+1500555${last}`

describe('the API', () => {
  const stage = useStage()
  const ask = (path: string, init: RequestInit & { user?: string } = {}) => {
    const { accountSid, authToken, url } = stage().emulator
    const authorization = `Basic ${btoa(init.user ?? `${accountSid}:${authToken}`)}`
    return fetch(`${url}/2010-04-01/Accounts${path}`, { ...init, headers: { authorization } })
  }

  it('knows its account', async () => {
    const { accountSid, authToken } = stage().emulator
    const account = await stage().client.api.accounts(accountSid).fetch()
    expect(account).toMatchObject({ sid: accountSid, authToken, status: 'active', type: 'Full' })
    expect(await stage().client.api.accounts.list()).toHaveLength(1)
  })

  it.each([
    ['a wrong token', (sid: string) => [sid, 'wrong']],
    ['another account', () => [`AC${'0'.repeat(32)}`, 'x']],
  ])('refuses %s with 401', async (_name, credentials) => {
    const [sid = '', token = ''] = credentials(stage().emulator.accountSid)
    const client = stage().clientFor(sid, token)
    await expect(client.messages.list()).rejects.toMatchObject({ status: 401, code: 20003, message: 'Authenticate' })
  })

  it('refuses a request without credentials', async () => {
    const response = await fetch(`${stage().emulator.url}/2010-04-01/Accounts.json`)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic/)
  })

  it('answers the shape of a Twilio error, with its headers', async () => {
    const path = `/${stage().emulator.accountSid}/Messages/SM${'0'.repeat(32)}.json`
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/)
    expect(response.headers.get('twilio-concurrent-requests')).toBe('1')
    expect(await response.json()).toEqual({
      code: 20404,
      message: `The requested resource /2010-04-01/Accounts${path} was not found`,
      more_info: 'https://www.twilio.com/docs/errors/20404',
      status: 404,
    })
  })

  it('does not know paths that Twilio does not have', async () => {
    expect((await ask(`/${stage().emulator.accountSid}/Pigeons.json`)).status).toBe(404)
  })

  it('does not show another account', async () => {
    expect((await ask(`/AC${'0'.repeat(32)}/Messages.json`)).status).toBe(404)
  })

  it('refuses a method that a resource does not have', async () => {
    const response = await ask(`/${stage().emulator.accountSid}/Messages.json`, { method: 'DELETE' })
    expect([response.status, (await response.json()).code]).toEqual([405, 20004])
  })

  it.each(['%', '%00', '/%2e%2e', '?Page=x&PageSize=y', '?DateSent=nonsense', `/${'x'.repeat(5000)}`])(
    'survives a path such as %s',
    async (tail) => {
      const response = await ask(`/${stage().emulator.accountSid}/Messages.json${tail}`)
      expect([200, 400, 404]).toContain(response.status)
      expect(await response.text()).not.toContain('at ')
    },
  )
})

describe('a list', () => {
  const stage = useStage()
  const write = async (count: number) => {
    for (let n = 1; n <= count; n++) await stage().client.messages.create({ from: own, to: ann, body: `${n}` })
  }

  it('comes newest first, page by page, by the SDK', async () => {
    await write(7)
    const messages = await stage().client.messages.list({ pageSize: 3 })
    expect(messages.map((each) => each.body)).toEqual(['7', '6', '5', '4', '3', '2', '1'])
  })

  it('is not shifted by what comes in while it is read', async () => {
    await write(4)
    const first = await stage().client.messages.page({ pageSize: 2 })
    await write(2)
    const second = await first.nextPage()
    expect(second!.instances.map((each) => each.body)).toEqual(['2', '1'])
    expect(second!.nextPageUrl).toBeUndefined()
  })

  it('goes back to the page before', async () => {
    await write(4)
    const first = await stage().client.messages.page({ pageSize: 2 })
    const second = await first.nextPage()
    const back = await second!.previousPage()
    expect(back!.instances.map((each) => each.body)).toEqual(['4', '3'])
  })

  it('has the whole envelope', async () => {
    await write(1)
    const { accountSid, authToken, url } = stage().emulator
    const headers = { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
    const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=1`, { headers })
    const { messages, ...envelope } = await response.json()
    expect(messages).toHaveLength(1)
    const uri = `/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=1&Page=0`
    expect(envelope).toEqual({
      uri,
      first_page_uri: uri,
      next_page_uri: null,
      previous_page_uri: null,
      page: 0,
      page_size: 1,
      start: 0,
      end: 0,
    })
  })

  it('refuses pages that are too large and tokens it did not give', async () => {
    expect(await codeOf(stage().client.messages.page({ pageSize: 1001 }))).toBe(20007)
    expect(await codeOf(stage().client.messages.page({ pageToken: 'PAnonsense' }))).toBe(21481)
  })
})

describe('the numbers of the account', () => {
  const stage = useStage()

  it('are those it was started with', async () => {
    const numbers = await stage().client.incomingPhoneNumbers.list()
    expect(numbers.map((each) => each.phoneNumber).toSorted()).toEqual([secondOwn, own].toSorted())
    expect(numbers[0]).toMatchObject({ voiceUrl: '', smsUrl: '', status: 'in-use', origin: 'twilio' })
  })

  it('can be bought, set up, cleared and given back', async () => {
    const bought = await stage().client.incomingPhoneNumbers.create({
      phoneNumber: '+13105550100',
      voiceUrl: 'https://example.com/voice',
      smsMethod: 'GET',
    })
    expect(bought).toMatchObject({
      friendlyName: '(310) 555-0100',
      voiceUrl: 'https://example.com/voice',
      smsMethod: 'GET',
    })
    const cleared = await stage().client.incomingPhoneNumbers(bought.sid).update({ voiceUrl: '', friendlyName: 'Desk' })
    expect(cleared).toMatchObject({ voiceUrl: '', friendlyName: 'Desk' })
    expect(await stage().client.incomingPhoneNumbers(bought.sid).remove()).toBe(true)
    expect(await codeOf(stage().client.incomingPhoneNumbers(bought.sid).fetch())).toBe(20404)
  })

  it('can be bought by area code', async () => {
    const bought = await stage().client.incomingPhoneNumbers.create({ areaCode: '415' })
    expect(bought.phoneNumber).toMatch(/^\+1415555/)
    expect(bought.phoneNumber).not.toBe(own)
  })

  it('are found by a pattern', async () => {
    const found = []
    for (const phoneNumber of ['+1212*', '5550100', '+1999*']) {
      found.push((await stage().client.incomingPhoneNumbers.list({ phoneNumber })).length)
    }
    expect(found).toEqual([1, 2, 0])
  })

  it('are told apart as local and toll-free', async () => {
    await stage().client.incomingPhoneNumbers.create({ phoneNumber: '+18005550100' })
    expect(await stage().client.incomingPhoneNumbers.local.list()).toHaveLength(2)
    expect(await stage().client.incomingPhoneNumbers.tollFree.list()).toHaveLength(1)
  })

  it.each([
    ['that is taken', { phoneNumber: own }, 21422],
    ['that does not exist', { phoneNumber: '+15555550100' }, 21421],
    ['without saying which', {}, 21401],
    ['in an area that is none', { areaCode: '1' }, 21451],
    ['with a URL that is none', { phoneNumber: '+13105550100', voiceUrl: 'nonsense' }, 21402],
    ['with an unknown method', { phoneNumber: '+13105550100', voiceMethod: 'PUT' }, 21403],
  ])('cannot be bought %s', async (_name, input, code) => {
    expect(await codeOf(stage().client.incomingPhoneNumbers.create(input as never))).toBe(code)
  })
})

describe('the test credentials', () => {
  const stage = useStage()
  const client = () => {
    const { accountSid, authToken } = stage().emulator.testCredentials
    return stage().clientFor(accountSid, authToken)
  }

  it.each([
    ['From 0001', { from: magic('0001') }, 21212],
    ['From 0007', { from: magic('0007') }, 21606],
    ['From 0008', { from: magic('0008') }, 21611],
    ['From any other', { from: own }, 21606],
    ['To 0001', { to: magic('0001') }, 21211],
    ['To 0002', { to: magic('0002') }, 21612],
    ['To 0003', { to: magic('0003') }, 21408],
    ['To 0004', { to: magic('0004') }, 21610],
    ['To 0009', { to: magic('0009') }, 21614],
  ])('refuse a text %s', async (_name, input, code) => {
    expect(await codeOf(client().messages.create({ from: magic('0006'), to: bob, body: 'x', ...input }))).toBe(code)
  })

  it.each([
    ['From 0001', { from: magic('0001') }, 21212],
    ['From any other', { from: own }, 21210],
    ['To 0001', { to: magic('0001') }, 21217],
    ['To 0002', { to: magic('0002') }, 21214],
    ['To 0003', { to: magic('0003') }, 21215],
    ['To 0004', { to: magic('0004') }, 21216],
  ])('refuse a call %s', async (_name, input, code) => {
    const call = { from: magic('0006'), to: bob, url: 'http://example.com', ...input }
    expect(await codeOf(client().calls.create(call))).toBe(code)
  })

  it.each([
    ['0000', { phoneNumber: magic('0000') }, 21422],
    ['0001', { phoneNumber: magic('0001') }, 21421],
    ['area code 533', { areaCode: '533' }, 21452],
  ])('refuse to buy %s', async (_name, input, code) => {
    expect(await codeOf(client().incomingPhoneNumbers.create(input))).toBe(code)
  })

  it('accept the good number without doing anything', async () => {
    const statusCallback = stage().app.on('/status', { status: 204 })
    const message = await client().messages.create({ from: magic('0006'), to: bob, body: 'x', statusCallback })
    const call = await client().calls.create({ from: magic('0006'), to: bob, url: 'http://example.com' })
    const number = await client().incomingPhoneNumbers.create({ phoneNumber: magic('0006') })
    expect([message.status, call.status, number.phoneNumber]).toEqual(['queued', 'queued', magic('0006')])
    expect(message.accountSid).toBe(stage().emulator.testCredentials.accountSid)
    await stage().advance(60_000)
    expect(stage().app.requests).toEqual([])
    expect(await stage().client.messages.list()).toEqual([])
    expect(await stage().client.calls.list()).toEqual([])
  })

  it('may read nothing', async () => {
    expect(await codeOf(client().messages.list())).toBe(20008)
  })

  it('alone know the magic numbers', async () => {
    const { status } = await stage().client.messages.create({ from: own, to: magic('0002'), body: 'x' })
    expect(status).toBe('queued')
  })
})
