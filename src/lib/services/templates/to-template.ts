import type { smsTemplates, smsTemplateVersions } from '@/lib/db/schema/templates'
import { liquidVariables } from '@/shared/liquid/render-liquid'
import type { Template, TemplateVersion } from '@/shared/schemas/template'

/** A row of sms_templates as lists and answers show it. */
export function toTemplate(row: typeof smsTemplates.$inferSelect): Template {
  return {
    id: row.id,
    name: row.name,
    body: row.body,
    variables: liquidVariables(row.body),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

export function toTemplateVersion(row: typeof smsTemplateVersions.$inferSelect): TemplateVersion {
  return {
    version: row.version,
    name: row.name,
    body: row.body,
    savedBy: row.savedBy,
    savedAt: row.savedAt.toISOString(),
  }
}
