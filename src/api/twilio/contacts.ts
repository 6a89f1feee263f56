import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { readCsvBody } from '@/api/read-csv-body'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { deleteContact } from '@/lib/services/contacts/delete-contact'
import { getContact } from '@/lib/services/contacts/get-contact'
import { importContacts } from '@/lib/services/contacts/import-contacts'
import { listContactTags } from '@/lib/services/contacts/list-contact-tags'
import { listContacts } from '@/lib/services/contacts/list-contacts'
import { createContact } from '@/lib/services/contacts/create-contact'
import { updateContact } from '@/lib/services/contacts/update-contact'
import { Contact, ContactImport, ContactTag, ListContactsQuery, SaveContactInput } from '@/shared/schemas/contact'
import { pageOf } from '@/shared/schemas/page'

const Id = z.object({ id: z.uuid() })
const tag = 'Contacts'
const one = { description: 'The contact', schema: Contact }

/** People with a name, under /api/twilio/contacts. */
export function contacts(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List contacts by name',
      answers: { 200: { description: 'A page', schema: pageOf(Contact) } },
    }),
    requirePermission('contacts.read'),
    validated('query', ListContactsQuery),
    async (c) => c.json(await listContacts(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Add a contact',
      description: '409: the number belongs to somebody already. Accepts Idempotency-Key.',
      answers: { 201: one },
    }),
    requirePermission('contacts.write'),
    validated('json', SaveContactInput),
    idempotent(installation),
    async (c) =>
      c.json(await createContact(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.post(
    '/import',
    describeOperation({
      tag,
      summary: 'Add the people of a CSV file (text/csv), or bring them up to date',
      description:
        'Columns by name: phone, name (or first name, last name), email, time zone, tags, external id, state, zip, country. Numbers may be written as people write them. Rows that cannot be taken are named with their line and why.',
      answers: { 200: { description: 'How it went', schema: ContactImport } },
    }),
    requirePermission('contacts.write'),
    async (c) => c.json(await importContacts(contextFrom(installation, c), { csv: await readCsvBody(c) })),
  )
  app.get(
    '/tags',
    describeOperation({
      tag,
      summary: 'The tags in use, the most used first',
      answers: { 200: { description: 'At most 500', schema: z.object({ items: z.array(ContactTag) }) } },
    }),
    requirePermission('contacts.read'),
    async (c) => c.json({ items: await listContactTags(installation) }),
  )
  app.get(
    '/:id',
    describeOperation({ tag, summary: 'One contact', answers: { 200: one } }),
    requirePermission('contacts.read'),
    validated('param', Id),
    async (c) => c.json(await getContact(installation, c.req.valid('param'))),
  )
  app.patch(
    '/:id',
    describeOperation({ tag, summary: 'Change a contact; what is not given stays', answers: { 200: one } }),
    requirePermission('contacts.write'),
    validated('param', Id),
    validated('json', SaveContactInput.partial()),
    async (c) =>
      c.json(await updateContact(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Forget a contact; calls, texts and opt-outs stay',
      answers: { 204: { description: 'Forgotten' } },
    }),
    requirePermission('contacts.write'),
    validated('param', Id),
    async (c) => {
      await deleteContact(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  return app
}
