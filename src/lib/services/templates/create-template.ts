import { eq } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { smsTemplates } from '@/lib/db/schema/templates'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import type { SaveTemplateInput, Template } from '@/shared/schemas/template'
import { assertReadable } from './assert-readable'
import { toTemplate } from './to-template'
import { announceTemplate, assertNameIsFree } from './write-template'

/** Adds a template; the same id again gives the one that is there. ConflictError when the name is taken, InvalidError when it cannot be read. */
export async function createTemplate(
  ctx: CoreContext,
  { id: wanted, ...input }: SaveTemplateInput & { id?: string },
): Promise<Template> {
  assertReadable(input.body)
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const id = wanted ?? uuidV7(at)
    const [present] = await tx.drizzle.select().from(smsTemplates).where(eq(smsTemplates.id, id))
    if (present) return toTemplate(present)
    await assertNameIsFree(tx, { id, name: input.name })
    const row = { id, ...input, version: 1, createdAt: at, updatedAt: at, archivedAt: null }
    await tx.drizzle.insert(smsTemplates).values(row)
    return announceTemplate(ctx, tx, row, input)
  })
}
