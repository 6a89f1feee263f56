import type { Database } from '@/lib/db/client'
import { aiSettings } from '@/lib/db/schema/keywords'
import { Intent } from '@/shared/schemas/suggestion'

/** What an administrator has allowed the AI step. */
export async function readAiSettings(from: Pick<Database, 'drizzle'>) {
  const [row] = await from.drizzle.select().from(aiSettings)
  if (!row) throw new Error('the AI settings have no row')
  const autoReplyIntents = row.autoReplyIntents.flatMap((name) => Intent.safeParse(name).data ?? [])
  return { autoReplyIntents, dailyRequests: row.dailyRequests, dailyTokens: row.dailyTokens }
}
