import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { smsTemplates, smsTemplateVersions } from '@/lib/db/schema/templates'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { SaveTemplateInput, Template } from '@/shared/schemas/template'
import { toTemplate } from './to-template'

type Row = typeof smsTemplates.$inferSelect

/** Names are unique among those in use, whatever their case. */
export async function assertNameIsFree(tx: Transaction, { id, name }: { id: string; name: string }) {
  const [namesake] = await tx.drizzle
    .select({ id: smsTemplates.id })
    .from(smsTemplates)
    .where(
      and(
        eq(sql`lower(${smsTemplates.name})`, name.toLowerCase()),
        isNull(smsTemplates.archivedAt),
        ne(smsTemplates.id, id),
      ),
    )
  if (namesake) throw new ConflictError('There is a template of that name.')
}

/** Ends the transaction that wrote a template: its version is kept, who did it, and the live event. */
export async function announceTemplate(
  ctx: CoreContext,
  tx: Transaction,
  row: Row,
  input: SaveTemplateInput,
): Promise<Template> {
  const at = ctx.clock.now()
  const version = { ...input, templateId: row.id, version: row.version, savedBy: actorName(ctx.actor), savedAt: at }
  await tx.drizzle.insert(smsTemplateVersions).values(version).onConflictDoNothing()
  await recordAudit(ctx, tx, {
    action: 'template.save',
    subject: row.id,
    details: { name: row.name, version: row.version },
  })
  await broadcast(tx.client, at, [{ type: 'template.changed', data: { templateId: row.id } }])
  return toTemplate(row)
}
