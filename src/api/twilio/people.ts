import { Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { invitePerson } from '@/lib/services/people/invite-person'
import { listPeople } from '@/lib/services/people/list-people'
import { renewInvite } from '@/lib/services/people/renew-invite'
import { updatePerson } from '@/lib/services/people/update-person'
import { PageQuery, pageOf } from '@/shared/schemas/page'
import { InvitedPerson, NewPerson, Person, PersonChange } from '@/shared/schemas/person'

const Id = z.object({ id: z.uuid() })

const answer = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema: resolver(schema) } },
})

/** Who may sign in, under /api/twilio/people. */
export function people(installation: Installation) {
  const app = new Hono<AppEnv>()
  const tags = ['People']

  app.get(
    '/',
    describeRoute({ tags, summary: 'List people', responses: { 200: answer('A page of people', pageOf(Person)) } }),
    requirePermission('people.read'),
    validated('query', PageQuery),
    async (c) => c.json(await listPeople(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeRoute({
      tags,
      summary: 'Invite a person; the link in the answer is shown once',
      description: 'Accepts Idempotency-Key; asked again it answers 409 with the id of the person, never the link.',
      responses: { 201: answer('The person and their link', InvitedPerson) },
    }),
    requirePermission('people.write'),
    validated('json', NewPerson),
    idempotent(installation, { shownOnce: true }),
    async (c) =>
      c.json(await invitePerson(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.patch(
    '/:id',
    describeRoute({
      tags,
      summary: 'Change a name or role, disable or enable; a new role ends the person’s sessions',
      responses: { 200: answer('The person', Person) },
    }),
    requirePermission('people.write'),
    validated('param', Id),
    validated('json', PersonChange),
    async (c) =>
      c.json(await updatePerson(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  app.post(
    '/:id/invite',
    describeRoute({
      tags,
      summary: 'Make a fresh one-time link: an invitation, or a new password for who has one',
      responses: { 201: answer('The person and their link', InvitedPerson) },
    }),
    requirePermission('people.write'),
    validated('param', Id),
    async (c) => c.json(await renewInvite(contextFrom(installation, c), c.req.valid('param')), 201),
  )
  return app
}
