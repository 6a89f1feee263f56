import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { archiveTemplate } from '@/lib/services/templates/archive-template'
import { createTemplate } from '@/lib/services/templates/create-template'
import { getTemplate } from '@/lib/services/templates/get-template'
import { listTemplateVersions } from '@/lib/services/templates/list-template-versions'
import { listTemplates } from '@/lib/services/templates/list-templates'
import { previewTemplate } from '@/lib/services/templates/preview-template'
import { updateTemplate } from '@/lib/services/templates/update-template'
import { pageOf } from '@/shared/schemas/page'
import {
  ListTemplatesQuery,
  PreviewTemplateInput,
  PreviewTextInput,
  SaveTemplateInput,
  Template,
  TemplatePreview,
  TemplateVersion,
} from '@/shared/schemas/template'

const Id = z.object({ id: z.uuid() })
const tag = 'Templates'
const one = { description: 'The template', schema: Template }

/** Texts that are written often, under /api/twilio/sms/templates. */
export function templates(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List templates by name',
      answers: { 200: { description: 'A page', schema: pageOf(Template) } },
    }),
    requirePermission('templates.read'),
    validated('query', ListTemplatesQuery),
    async (c) => c.json(await listTemplates(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Add a template',
      description: '400: its variables cannot be read. 409: the name is taken. Accepts Idempotency-Key.',
      answers: { 201: one },
    }),
    requirePermission('templates.write'),
    validated('json', SaveTemplateInput),
    idempotent(installation),
    async (c) =>
      c.json(await createTemplate(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.post(
    '/preview',
    describeOperation({
      tag,
      summary: 'What a person would read of words that are no template yet',
      description: 'Nothing is kept or sent.',
      answers: { 200: { description: 'The text', schema: TemplatePreview } },
    }),
    requirePermission('templates.read'),
    validated('json', PreviewTextInput),
    async (c) => c.json(await previewTemplate(contextFrom(installation, c), c.req.valid('json'))),
  )
  app.get(
    '/:id',
    describeOperation({ tag, summary: 'One template', answers: { 200: one } }),
    requirePermission('templates.read'),
    validated('param', Id),
    async (c) => c.json(await getTemplate(installation, c.req.valid('param'))),
  )
  app.put(
    '/:id',
    describeOperation({ tag, summary: 'Write the next version of a template', answers: { 200: one } }),
    requirePermission('templates.write'),
    validated('param', Id),
    validated('json', SaveTemplateInput),
    async (c) =>
      c.json(await updateTemplate(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Put a template away',
      description: 'Its versions stay; texts that wait with it are stopped at their time.',
      answers: { 204: { description: 'Done' } },
    }),
    requirePermission('templates.write'),
    validated('param', Id),
    async (c) => {
      await archiveTemplate(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  app.get(
    '/:id/versions',
    describeOperation({
      tag,
      summary: 'What a template said, the newest first',
      answers: { 200: { description: 'Them', schema: z.object({ items: z.array(TemplateVersion) }) } },
    }),
    requirePermission('templates.read'),
    validated('param', Id),
    async (c) => c.json({ items: await listTemplateVersions(installation, c.req.valid('param')) }),
  )
  app.post(
    '/:id/preview',
    describeOperation({
      tag,
      summary: 'What this person would read, and what is missing',
      description: 'Nothing is kept or sent. `body`: words that are not saved yet.',
      answers: { 200: { description: 'The text', schema: TemplatePreview } },
    }),
    requirePermission('templates.read'),
    validated('param', Id),
    validated('json', PreviewTemplateInput),
    async (c) =>
      c.json(await previewTemplate(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  return app
}
