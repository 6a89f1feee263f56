import type { Context } from '@/lib/context'
import { phoneNumbers } from '@/lib/db/schema/numbers'
import { uuidV7 } from '@/lib/utils/uuid-v7'

/** Makes sure the configured number is in our list before the first call, whether or not Twilio can be asked at the moment. */
export async function ensureOwnNumber(ctx: Pick<Context, 'database' | 'clock' | 'config'>): Promise<void> {
  const at = ctx.clock.now()
  const phoneNumber = ctx.config.twilio.phoneNumber
  const row = { id: uuidV7(at), phoneNumber, friendlyName: phoneNumber, createdAt: at, updatedAt: at }
  await ctx.database.drizzle.insert(phoneNumbers).values(row).onConflictDoNothing()
}
