import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { uuidV7 } from '@/lib/utils/uuid-v7'

/**
 * Makes sure the configured number is in our list before the first call, and has a job fetch what Twilio knows of it when that has not
 * happened yet: Twilio need not be reachable for us to start.
 */
export async function ensureOwnNumber(ctx: Pick<CoreContext, 'database' | 'clock' | 'config' | 'jobs'>): Promise<void> {
  const at = ctx.clock.now()
  const phoneNumber = ctx.config.twilio.phoneNumber
  await ctx.database.transaction(async (tx) => {
    const row = { id: uuidV7(at), phoneNumber, friendlyName: phoneNumber, createdAt: at, updatedAt: at }
    await tx.drizzle.insert(phoneNumbers).values(row).onConflictDoNothing()
    const unknown = await tx.drizzle
      .select()
      .from(phoneNumbers)
      .where(and(eq(phoneNumbers.phoneNumber, phoneNumber), isNull(phoneNumbers.phoneNumberSid)))
    if (unknown.length > 0) await ctx.jobs.enqueue(tx, 'sync-numbers', {}, { key: 'sync-numbers' })
  })
}
