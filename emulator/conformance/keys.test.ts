import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { codeOf, own, pointAt, useStage } from './helpers/stage.ts'

const { AccessToken } = twilio.jwt

describe('an API key', () => {
  const stage = useStage()
  const clientWith = (sid: string, secret: string) => {
    const client = twilio(sid, secret, { accountSid: stage().emulator.accountSid, httpClient: stage().http })
    pointAt(client, stage().emulator.url)
    return client
  }

  it('shows its secret when it is made and never again', async () => {
    const made = await stage().client.newKeys.create({ friendlyName: 'Worker' })
    expect(made.secret).toMatch(/^[0-9a-f]{32}$/)
    expect(await stage().client.keys(made.sid).fetch()).not.toHaveProperty('secret')
    expect(await stage().client.keys.list()).toMatchObject([{ sid: made.sid, friendlyName: 'Worker' }])
  })

  it('opens the API in place of the auth token, until it is deleted', async () => {
    const { sid, secret } = await stage().client.newKeys.create({ friendlyName: 'Worker' })
    const client = clientWith(sid, secret)
    expect(await client.incomingPhoneNumbers.list({ phoneNumber: own })).toHaveLength(1)
    expect(await client.messaging.v1.services.list()).toEqual([])
    await stage().client.keys(sid).remove()
    expect(await codeOf(client.messages.list())).toBe(20003)
  })

  it('opens nothing with another secret', async () => {
    const { sid } = await stage().client.newKeys.create({})
    expect(await codeOf(clientWith(sid, 'wrong').messages.list())).toBe(20003)
    expect(await codeOf(clientWith(sid, 'wrong').lookups.v2.phoneNumbers(own).fetch())).toBe(20003)
  })

  it('is renamed, also by its older name', async () => {
    const { sid } = await stage().client.newSigningKeys.create({ friendlyName: 'a' })
    expect((await stage().client.signingKeys(sid).update({ friendlyName: 'b' })).friendlyName).toBe('b')
    expect((await stage().client.keys(sid).update({ friendlyName: 'c' })).friendlyName).toBe('c')
    expect(
      await codeOf(
        stage()
          .client.keys(`SK${'0'.repeat(32)}`)
          .fetch(),
      ),
    ).toBe(20404)
  })
})

describe('an access token', () => {
  const stage = useStage()
  const tokenOf = (key: { sid: string; secret: string }, options: object = {}, accountSid?: string) => {
    const token = new AccessToken(accountSid ?? stage().emulator.accountSid, key.sid, key.secret, {
      identity: 'agent1',
      ttl: 3600,
      ...options,
    })
    token.addGrant(new AccessToken.VoiceGrant({ outgoingApplicationSid: `AP${'1'.repeat(32)}`, incomingAllow: true }))
    return token
  }
  const verify = (token: string) => stage().control('POST', '/tokens/verify', { token })
  const key = async () => stage().client.newKeys.create({ friendlyName: 'Phone' })
  /** The SDK dates tokens by the machine's clock: so does the emulator then. */
  const useRealTime = () => stage().control('POST', '/clock', { now: new Date().toISOString() })

  it('is known by its identity and grants', async () => {
    await useRealTime()
    const made = await key()
    const verdict = await verify(tokenOf(made).toJwt())
    expect(verdict).toMatchObject({ identity: 'agent1', keySid: made.sid })
    expect(verdict.grants.voice).toEqual({
      incoming: { allow: true },
      outgoing: { application_sid: `AP${'1'.repeat(32)}` },
    })
  })

  it('of another key, account or secret is refused, each with its code', async () => {
    await useRealTime()
    const made = await key()
    const refusals = [
      tokenOf({ sid: `SK${'0'.repeat(32)}`, secret: made.secret }),
      tokenOf(made, {}, `AC${'0'.repeat(32)}`),
      tokenOf({ sid: made.sid, secret: 'wrong' }),
    ].map((token) => verify(token.toJwt()))
    const codes = await Promise.allSettled(refusals)
    expect(codes.map((each) => String('reason' in each && each.reason).slice(0, 16))).toEqual([
      'Error: 401 20103',
      'Error: 401 20103',
      'Error: 401 20107',
    ])
  })

  it('is refused when it has expired', async () => {
    await useRealTime()
    const token = tokenOf(await key()).toJwt()
    await stage().advance(3_601_000)
    await expect(verify(token)).rejects.toThrow('20104')
  })

  it('is refused before it is valid', async () => {
    await useRealTime()
    const token = tokenOf(await key(), { nbf: Math.floor(Date.now() / 1000) + 600 }).toJwt()
    await expect(verify(token)).rejects.toThrow('20105')
  })

  it('may not live longer than a day', async () => {
    await useRealTime()
    await expect(verify(tokenOf(await key(), { ttl: 86_401 }).toJwt())).rejects.toThrow('20157')
  })

  it.each([
    ['is no token', 'nonsense', '20101'],
    ['has no known header', 'e30.e30.e30', '20102'],
  ])('that %s is refused', async (_name, token, code) => {
    await expect(verify(token)).rejects.toThrow(code)
  })
})

describe('accounts', () => {
  const stage = useStage()

  it('have sub-accounts, which are named, suspended and closed', async () => {
    const { accounts } = stage().client.api
    const { sid, ownerAccountSid } = await accounts.create({ friendlyName: 'Branch' })
    expect(ownerAccountSid).toBe(stage().emulator.accountSid)
    expect(await accounts.list({ friendlyName: 'Branch' })).toMatchObject([{ sid, status: 'active' }])
    expect(await accounts(sid).update({ status: 'suspended', friendlyName: 'Old branch' })).toMatchObject({
      status: 'suspended',
      friendlyName: 'Old branch',
    })
    await accounts(sid).update({ status: 'closed' })
    expect(await codeOf(accounts(sid).update({ status: 'active' }))).toBe(20001)
    expect(await accounts.list()).toHaveLength(2)
    expect(await codeOf(stage().client.api.accounts(sid).messages.list())).toBe(20404)
  })

  it('give out relay credentials for so long', async () => {
    const token = await stage().client.tokens.create({ ttl: 600 })
    expect(token).toMatchObject({ ttl: '600', accountSid: stage().emulator.accountSid })
    expect(token.iceServers).toHaveLength(2)
  })

  it('keep addresses', async () => {
    const address = {
      customerName: 'EVA',
      street: '1 Main St',
      city: 'Boston',
      region: 'MA',
      postalCode: '02108',
      isoCountry: 'US',
    }
    const { sid } = await stage().client.addresses.create({ ...address, friendlyName: 'Office' })
    expect(await stage().client.addresses(sid).update({ street: '2 Main St' })).toMatchObject({ street: '2 Main St' })
    expect(await stage().client.addresses.list({ friendlyName: 'Office' })).toHaveLength(1)
    expect(await codeOf(stage().client.addresses.create({ ...address, street: '' }))).toBe(21628)
    await stage().configure(own, { addressSid: sid })
    const [dependent] = await stage().client.addresses(sid).dependentPhoneNumbers.list()
    expect(dependent).toMatchObject({ phoneNumber: own, friendlyName: '(415) 555-0100' })
    expect(await stage().client.addresses(sid).remove()).toBe(true)
    expect(await codeOf(stage().client.addresses(sid).dependentPhoneNumbers.list())).toBe(20404)
    expect(await codeOf(stage().client.addresses(sid).fetch())).toBe(20404)
  })
})
