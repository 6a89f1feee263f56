import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { messageSuggestions } from '@/lib/db/schema/keywords'
import { messages } from '@/lib/db/schema/messages'
import { NotFoundError } from '@/shared/errors'
import type { Suggestion } from '@/shared/schemas/suggestion'
import { toSuggestion } from './to-suggestion'

/** What is suggested for a text that reached us. NotFoundError while nothing is. */
export async function getSuggestion(ctx: Pick<CoreContext, 'database'>, { id }: { id: string }): Promise<Suggestion> {
  const [found] = await ctx.database.drizzle
    .select({ suggestion: messageSuggestions, conversationId: messages.conversationId })
    .from(messageSuggestions)
    .innerJoin(messages, eq(messages.id, messageSuggestions.messageId))
    .where(eq(messageSuggestions.messageId, id))
  if (!found) throw new NotFoundError('Nothing is suggested for this text.')
  return toSuggestion(found.suggestion, found.conversationId)
}
