import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { errorResponse } from '@/api/error-response'
import { requirePermission } from '@/api/middleware/require-permission'
import type { AppEnv } from '@/api/request-context'
import type { Actor } from '@/lib/context'
import { createLog } from '@/lib/utils/log'
import { permissions, roleCan, type Permission } from '@/shared/can'
import { Role } from '@/shared/schemas/role'

async function statusFor(actor: Actor | undefined, permission: Permission) {
  const app = new Hono<AppEnv>()
  app.onError(errorResponse(createLog('silent')))
  app.get(
    '/',
    async (c, next) => (c.set('actor', actor), next()),
    requirePermission(permission),
    (c) => c.text('in'),
  )
  return (await app.request('/')).status
}

describe('a guarded route', () => {
  test.each(Role.options)('lets %s in where the table says so, as a person and as a key', async (role) => {
    for (const permission of permissions) {
      const expected = roleCan(role, permission) ? 200 : 403
      expect(await statusFor({ type: 'operator', userId: 'u', role }, permission)).toBe(expected)
      expect(await statusFor({ type: 'api-key', keyId: 'k', role }, permission)).toBe(expected)
    }
  })

  test('asks strangers to sign in', async () => {
    for (const permission of permissions) expect(await statusFor(undefined, permission)).toBe(401)
  })

  test('is not for webhooks, jobs or the system', async () => {
    const others: Actor[] = [{ type: 'webhook', source: 'twilio' }, { type: 'job', task: 'any' }, { type: 'system' }]
    for (const actor of others) expect(await statusFor(actor, 'calls.read')).toBe(403)
  })
})
