import { and, eq, isNull } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsTemplates } from '@/lib/db/schema/templates'
import { NotFoundError } from '@/shared/errors'
import type { SaveTemplateInput, Template } from '@/shared/schemas/template'
import { assertReadable } from './assert-readable'
import { announceTemplate, assertNameIsFree } from './write-template'

/** Writes the next version of a template: what is sent from now on, also of texts that wait for their time. */
export async function updateTemplate(
  ctx: CoreContext,
  { id, ...input }: SaveTemplateInput & { id: string },
): Promise<Template> {
  assertReadable(input.body)
  return ctx.database.transaction(async (tx) => {
    const [present] = await tx.drizzle
      .select()
      .from(smsTemplates)
      .where(and(eq(smsTemplates.id, id), isNull(smsTemplates.archivedAt)))
      .for('update')
    if (!present) throw new NotFoundError('There is no such template.')
    await assertNameIsFree(tx, { id, name: input.name })
    const row = { ...present, ...input, version: present.version + 1, updatedAt: ctx.clock.now() }
    await tx.drizzle.update(smsTemplates).set(row).where(eq(smsTemplates.id, id))
    return announceTemplate(ctx, tx, row, input)
  })
}
