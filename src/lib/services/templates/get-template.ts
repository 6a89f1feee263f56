import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsTemplates } from '@/lib/db/schema/templates'
import { NotFoundError } from '@/shared/errors'
import type { Template } from '@/shared/schemas/template'
import { toTemplate } from './to-template'

/** One template; NotFoundError when there is none or it was put away. */
export async function getTemplate(ctx: Pick<CoreContext, 'database'>, { id }: { id: string }): Promise<Template> {
  const [row] = await ctx.database.drizzle
    .select()
    .from(smsTemplates)
    .where(and(eq(smsTemplates.id, id), isNull(smsTemplates.archivedAt)))
  if (!row) throw new NotFoundError('There is no such template.')
  return toTemplate(row)
}
