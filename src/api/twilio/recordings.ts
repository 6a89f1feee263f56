import { Hono } from 'hono'
import { z } from 'zod'
import { declareAccess } from '@/api/declare-access'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { sendFile } from '@/api/send-file'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { deleteRecording } from '@/lib/services/recordings/delete-recording'
import { getRecording } from '@/lib/services/recordings/get-recording'
import { listRecordings } from '@/lib/services/recordings/list-recordings'
import { makeRecordingLink } from '@/lib/services/recordings/make-recording-link'
import { openRecording } from '@/lib/services/recordings/open-recording'
import { pageOf } from '@/shared/schemas/page'
import {
  ListRecordingsQuery,
  Recording,
  RecordingDeletionReceipt,
  RecordingLink,
  RecordingSid,
} from '@/shared/schemas/recording'

const Sid = z.object({ recordingSid: RecordingSid })
const MediaQuery = z.object({ ticket: z.string().max(200).optional(), download: z.stringbool().default(false) })
const tag = 'Recordings'

/** Recordings of calls and voicemails, under /api/twilio/recordings. */
export function recordings(installation: Installation) {
  const app = new Hono<AppEnv>()
  const mayRead = requirePermission('recordings.read')

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List recordings, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(Recording) } },
    }),
    mayRead,
    validated('query', ListRecordingsQuery),
    async (c) => c.json(await listRecordings(installation, c.req.valid('query'))),
  )
  app.get(
    '/:recordingSid',
    describeOperation({ tag, summary: 'One recording', answers: { 200: { description: 'It', schema: Recording } } }),
    mayRead,
    validated('param', Sid),
    async (c) => c.json(await getRecording(installation, c.req.valid('param'))),
  )
  app.get(
    '/:recordingSid/media',
    describeOperation({
      tag,
      summary: 'The sound of a recording',
      description:
        'Honours one byte range. Signed in with the permission to listen, or with the `ticket` of a link (POST media-link), which ends ' +
        'after an hour. 404 while it is being fetched from Twilio.',
      answers: { 200: { description: 'The sound' }, 206: { description: 'A range of it' } },
    }),
    declareAccess('recordings.read', (c, next) => (c.req.query('ticket') === undefined ? mayRead(c, next) : next())),
    validated('param', Sid),
    validated('query', MediaQuery),
    async (c) => {
      const { ticket, download } = c.req.valid('query')
      return sendFile(c, await openRecording(installation, { ...c.req.valid('param'), ticket }), { download })
    },
  )
  app.post(
    '/:recordingSid/media-link',
    describeOperation({
      tag,
      summary: 'A link that plays a recording for an hour',
      description: 'For players that cannot sign in. Who asked is written into the audit log.',
      answers: { 201: { description: 'The link', schema: RecordingLink } },
    }),
    mayRead,
    validated('param', Sid),
    async (c) => c.json(await makeRecordingLink(contextFrom(installation, c), c.req.valid('param')), 201),
  )
  app.delete(
    '/:recordingSid',
    describeOperation({
      tag,
      summary: 'Delete a recording for good, here and at Twilio',
      description: '409 while it is still being recorded.',
      answers: { 200: { description: 'What became of it', schema: RecordingDeletionReceipt } },
    }),
    requirePermission('recordings.delete'),
    validated('param', Sid),
    async (c) => c.json(await deleteRecording(contextFrom(installation, c), c.req.valid('param'))),
  )
  return app
}
