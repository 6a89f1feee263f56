import { desc, eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsTemplateVersions } from '@/lib/db/schema/templates'
import type { TemplateVersion } from '@/shared/schemas/template'
import { toTemplateVersion } from './to-template'

/** What a template said, the newest first; by the primary key. */
export async function listTemplateVersions(
  ctx: Pick<CoreContext, 'database'>,
  { id }: { id: string },
): Promise<TemplateVersion[]> {
  const rows = await ctx.database.drizzle
    .select()
    .from(smsTemplateVersions)
    .where(eq(smsTemplateVersions.templateId, id))
    .orderBy(desc(smsTemplateVersions.version))
    .limit(100)
  return rows.map((row) => toTemplateVersion(row))
}
