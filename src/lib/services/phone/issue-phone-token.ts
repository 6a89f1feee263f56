import type { Context } from '@/lib/context'
import { createAccessToken } from '@/lib/twilio/create-access-token'
import { ForbiddenError } from '@/shared/errors'
import type { PhoneToken } from '@/shared/schemas/phone'
import { ensurePhoneAccess } from './ensure-phone-access'

/** Short, as whoever holds it can place calls; a phone that stays on asks for the next one in time. */
const lifeMilliseconds = 10 * 60_000

/** What a person's phone in the browser signs in with, as `client:<their id>`. A key is nobody: ForbiddenError. */
export async function issuePhoneToken(ctx: Context): Promise<PhoneToken> {
  const { actor, config } = ctx
  if (actor.type !== 'operator') throw new ForbiddenError('Only a person has a phone in the browser.')
  const access = await ensurePhoneAccess(ctx)
  const issuedAt = ctx.clock.now()
  const expiresAt = new Date(issuedAt.getTime() + lifeMilliseconds)
  const { accountSid, apiBaseUrl } = config.twilio
  return {
    token: createAccessToken({ accountSid, ...access, identity: actor.userId, issuedAt, expiresAt }),
    identity: actor.userId,
    expiresAt: expiresAt.toISOString(),
    renewAfterSeconds: 480,
    endpoint: apiBaseUrl?.replace(/\/+$/, '') ?? null,
  }
}
