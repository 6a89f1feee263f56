import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isStillAllowed } from '@/lib/auth/is-still-allowed'
import { createRecognizer } from '@/lib/auth/recognize-actor'
import type { Actor } from '@/lib/context'
import { CreatedApiKey } from '@/shared/schemas/api-key'
import { startAuthJourney, type AuthJourney } from '../../../test/helpers/start-auth-journey'

const password = 'correct horse battery'
let journey: AuthJourney

beforeAll(async () => {
  journey = await startAuthJourney()
})
afterAll(() => journey.close())

const allowed = (actor: Actor) => isStillAllowed(journey.server.installation, actor)
const actorOf = async (headers: Record<string, string>) => {
  const recognized = await createRecognizer(journey.server.installation)(new Headers(headers))
  return recognized!.actor
}
const person = async (name: string) => {
  const added = await journey.addPerson({ name, email: `${name}@example.com`, role: 'agent', password })
  return { ...added, actor: await actorOf({ cookie: added.cookie }) }
}

describe('whoever opened a live connection may keep it', () => {
  test('until signing out, though other sessions go on', async () => {
    const { actor, cookie } = await person('ada')
    const other = await actorOf({ cookie: journey.cookieOf(await journey.signIn('ada@example.com', password)) })
    expect([await allowed(actor), await allowed(other)]).toEqual([true, true])
    await journey.change('/api/auth/sign-out', cookie, {})
    expect([await allowed(actor), await allowed(other)]).toEqual([false, true])
  })

  test.each([{ role: 'viewer' }, { disabled: true }])('until the person is changed to %j', async (change) => {
    const { actor, id } = await person(`changed-${Object.keys(change)[0]}`)
    expect(await allowed(actor)).toBe(true)
    await journey.api(`people/${id}`, { method: 'PATCH', json: change })
    expect(await allowed(actor)).toBe(false)
  })

  test('until the session is over', async () => {
    const { actor } = await person('late')
    journey.clock.advance(8 * 24 * 60 * 60 * 1_000)
    expect(await allowed(actor)).toBe(false)
  })

  test('until the key is revoked or expires', async () => {
    const create = async (more: object = {}) => {
      const answer = await journey.api('api-keys', { method: 'POST', json: { name: 'Key', role: 'agent', ...more } })
      const { apiKey, secret } = CreatedApiKey.parse(await answer.json())
      return { id: apiKey.id, actor: await actorOf({ authorization: `Bearer ${secret}` }) }
    }
    const revoked = await create()
    const expiring = await create({ expiresAt: new Date(journey.clock.now().getTime() + 1_000).toISOString() })
    expect([await allowed(revoked.actor), await allowed(expiring.actor)]).toEqual([true, true])
    await journey.api(`api-keys/${revoked.id}`, { method: 'DELETE' })
    journey.clock.advance(1_000)
    expect([await allowed(revoked.actor), await allowed(expiring.actor)]).toEqual([false, false])
  })

  test('until the host’s token ends; for ever with the key of the environment; never for those who are nobody', async () => {
    const host = { name: 'Ada', email: null, expiresAt: new Date(journey.clock.now().getTime() + 1_000).toISOString() }
    const actor = { type: 'operator', userId: 'u', role: 'agent', host } as const
    expect(await allowed(actor)).toBe(true)
    journey.clock.advance(1_000)
    expect(await allowed(actor)).toBe(false)
    expect(await allowed({ type: 'api-key', keyId: 'environment', role: 'admin' })).toBe(true)
    expect(await allowed({ type: 'system' })).toBe(false)
  })
})
