import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { addNote } from '@/lib/services/notes/add-note'
import { deleteNote } from '@/lib/services/notes/delete-note'
import { AddNoteInput, Note } from '@/shared/schemas/note'

const Id = z.object({ id: z.uuid() })
const NoteId = Id.extend({ noteId: z.uuid() })
const tag = 'Messages'

/** Internal notes beside a conversation, under /api/twilio/messages/conversations/:id/notes. */
export function notes(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.post(
    '/:id/notes',
    describeOperation({
      tag,
      summary: 'Add an internal note; @Name mentions a colleague',
      description: 'Never sent to anybody. Notes are read in the timeline. Accepts Idempotency-Key.',
      answers: { 201: { description: 'The note', schema: Note } },
    }),
    requirePermission('conversations.write'),
    validated('param', Id),
    validated('json', AddNoteInput),
    idempotent(installation),
    async (c) =>
      c.json(
        await addNote(contextFrom(installation, c), {
          conversationId: c.req.valid('param').id,
          ...c.req.valid('json'),
          id: c.get('newId'),
        }),
        201,
      ),
  )
  app.delete(
    '/:id/notes/:noteId',
    describeOperation({
      tag,
      summary: 'Delete a note: one’s own, or as an administrator anybody’s',
      answers: { 204: { description: 'Deleted' } },
    }),
    requirePermission('conversations.write'),
    validated('param', NoteId),
    async (c) => {
      await deleteNote(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  return app
}
