import { createSecretToken, hashSecretToken } from '@/lib/auth/secret-token'
import { actorName, type Context } from '@/lib/context'
import { apiKeys } from '@/lib/db/schema/people'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { toApiKey } from '@/lib/services/api-keys/to-api-key'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError, InvalidError } from '@/shared/errors'
import type { CreatedApiKey, NewApiKey } from '@/shared/schemas/api-key'

const prefixLength = 12

/** Makes a key. Its secret is in the answer and nowhere else, so the same id twice is a ConflictError. */
export async function createApiKey(
  ctx: Context,
  { id, ...input }: NewApiKey & { id?: string | undefined },
): Promise<CreatedApiKey> {
  const now = ctx.clock.now()
  const expiresAt = input.expiresAt === undefined ? null : new Date(input.expiresAt)
  if (expiresAt && expiresAt <= now) throw new InvalidError('expiresAt must be in the future.')
  const secret = createSecretToken('eva_')
  return ctx.database.transaction(async (tx) => {
    const [row] = await tx.drizzle
      .insert(apiKeys)
      .values({
        id: id ?? uuidV7(now),
        name: input.name,
        role: input.role,
        prefix: secret.slice(0, prefixLength),
        secretHash: hashSecretToken(secret),
        createdBy: actorName(ctx.actor),
        createdAt: now,
        expiresAt,
      })
      .onConflictDoNothing()
      .returning()
    if (!row) throw new ConflictError('This key was made already. Its secret was shown once.', { id })
    await recordAudit(ctx, tx, { action: 'api_key.create', subject: row.id, details: { role: row.role } })
    await broadcast(tx.client, now, [{ type: 'api_key.changed', data: { keyId: row.id } }])
    return { apiKey: toApiKey(row), secret }
  })
}
