import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
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

const tag = 'People'

/** Who may sign in, under /api/twilio/people. */
export function people(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List people',
      answers: { 200: { description: 'A page of people', schema: pageOf(Person) } },
    }),
    requirePermission('people.read'),
    validated('query', PageQuery),
    async (c) => c.json(await listPeople(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Invite a person; the link in the answer is shown once',
      description: 'Accepts Idempotency-Key; asked again it answers 409 with the id of the person, never the link.',
      answers: { 201: { description: 'The person and their link', schema: InvitedPerson } },
    }),
    requirePermission('people.write'),
    validated('json', NewPerson),
    idempotent(installation, { shownOnce: true }),
    async (c) =>
      c.json(await invitePerson(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  app.patch(
    '/:id',
    describeOperation({
      tag,
      summary: 'Change a name or role, disable or enable; a new role ends the person’s sessions',
      answers: { 200: { description: 'The person', schema: Person } },
    }),
    requirePermission('people.write'),
    validated('param', Id),
    validated('json', PersonChange),
    async (c) =>
      c.json(await updatePerson(contextFrom(installation, c), { ...c.req.valid('json'), ...c.req.valid('param') })),
  )
  app.post(
    '/:id/invite',
    describeOperation({
      tag,
      summary: 'Make a fresh one-time link: an invitation, or a new password for who has one',
      answers: { 201: { description: 'The person and their link', schema: InvitedPerson } },
    }),
    requirePermission('people.write'),
    validated('param', Id),
    async (c) => c.json(await renewInvite(contextFrom(installation, c), c.req.valid('param')), 201),
  )
  return app
}
