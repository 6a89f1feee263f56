import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInPeople, type SignedIn } from '../helpers/sign-in-people'
import { startJourney, type Journey } from '../helpers/start-journey'

let journey: Journey
let agents: SignedIn
let viewers: SignedIn

beforeAll(async () => {
  journey = await startJourney()
  agents = await signInPeople(journey, ['Erin', 'Frank'])
  viewers = await signInPeople(journey, ['Vera'], 'viewer')
})
afterAll(() => journey.close())

const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

describe('the access token of a phone in a browser', () => {
  test('is whom it says, lives ten minutes, and Twilio takes it', async () => {
    const { status, body } = await agents.api('Erin')('/token')
    expect(status).toBe(200)
    expect(body).toMatchObject({ identity: agents.idOf('Erin'), endpoint: journey.emulator.url })
    expect(Date.parse(body.expiresAt) - journey.clock.now().getTime()).toBe(600_000)
    const phone = await journey.control('/clients/register', { method: 'POST', body: { token: body.token } })
    expect(phone).toMatchObject({ phoneNumber: `client:${agents.idOf('Erin')}` })
  })

  test('comes from one key and one application, made once and kept sealed', async () => {
    const one = claimsOf((await agents.api('Erin')('/token')).body.token)
    const other = claimsOf((await agents.api('Frank')('/token', { method: 'POST' })).body.token)
    expect(other.iss).toBe(one.iss)
    expect(other.grants.voice.outgoing).toEqual(one.grants.voice.outgoing)
    const [kept] = await journey.rows('select * from browser_phone_access')
    expect(kept).toMatchObject({ key_sid: one.iss, application_sid: one.grants.voice.outgoing.application_sid })
    expect(kept.key_secret).toBeInstanceOf(Buffer)
    expect(await journey.rows("select * from audit_log where action = 'phone.connect_account'")).toHaveLength(1)
  })

  test('is for people who may call: no viewer, no key, nobody unknown', async () => {
    expect((await viewers.api('Vera')('/token')).status).toBe(403)
    expect((await journey.api('/token')).status).toBe(403)
    expect((await journey.api('/token', { headers: { Authorization: '' } })).status).toBe(401)
  })

  test('works again when Twilio has forgotten the key and the application', async () => {
    const [before] = await journey.rows('select * from browser_phone_access')
    await journey.server.installation.database.pool.query(
      `update browser_phone_access set key_sid = 'SK${'0'.repeat(32)}', application_sid = 'AP${'0'.repeat(32)}'`,
    )
    const { body } = await agents.api('Erin')('/token')
    const [after] = await journey.rows('select * from browser_phone_access')
    expect(after.key_sid).toMatch(/^SK/)
    expect(after.key_sid).not.toBe(before.key_sid)
    const register = journey.control('/clients/register', { method: 'POST', body: { token: body.token } })
    await expect(register).resolves.toMatchObject({ phoneNumber: `client:${agents.idOf('Erin')}` })
  })
})
