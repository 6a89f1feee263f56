import { Hono } from 'hono'
import { z } from 'zod'
import { decidesItself } from '@/api/declare-access'
import { describeOperation } from '@/api/describe-operation'
import { fileOf, idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { sendFile } from '@/api/send-file'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { deleteUpload } from '@/lib/services/media/delete-upload'
import { openMedia } from '@/lib/services/media/open-media'
import { openPublicMedia } from '@/lib/services/media/open-public-media'
import { uploadMedia } from '@/lib/services/media/upload-media'
import { UploadedMedia } from '@/shared/schemas/media'

const Id = z.object({ id: z.uuid() })
const Upload = z.object({ file: z.file('Send one file in the field `file`.') })
const tag = 'Messages'

/** Files of texts, under /api/twilio/messages/media. */
export function media(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Upload a file for a text',
      description:
        'multipart/form-data with one `file`. The answer’s `url` goes into `mediaUrls` of a text. 400 with a sentence when carriers would not ' +
        'deliver it: JPEG, PNG and GIF up to 5 MB; other pictures, sound, video, PDF, contact cards and plain text up to 500 kB. Accepts Idempotency-Key.',
      answers: { 201: { description: 'The file', schema: UploadedMedia } },
    }),
    requirePermission('messages.send'),
    validated('form', Upload),
    idempotent(installation, { contentOf: fileOf }),
    async (c) => {
      const { file } = c.req.valid('form')
      const bytes = new Uint8Array(await file.arrayBuffer())
      const upload = { id: c.get('newId'), name: file.name, contentType: file.type, bytes }
      return c.json(await uploadMedia(contextFrom(installation, c), upload), 201)
    },
  )
  app.get(
    '/:id',
    describeOperation({
      tag,
      summary: 'A file of a text',
      description:
        'Honours one byte range. What is not a picture, sound or video is sent as an attachment; `?download=true` sends any so.',
      answers: { 200: { description: 'The file' }, 206: { description: 'A range of it' } },
    }),
    requirePermission('messages.read'),
    validated('param', Id),
    validated('query', z.object({ download: z.stringbool().default(false) })),
    async (c) => sendFile(c, await openMedia(installation, c.req.valid('param')), c.req.valid('query')),
  )
  app.get(
    '/:id/thumbnail',
    describeOperation({
      tag,
      summary: 'A small picture of a picture',
      answers: { 200: { description: 'WebP, 480 pixels at most' } },
    }),
    requirePermission('messages.read'),
    validated('param', Id),
    async (c) => sendFile(c, await openMedia(installation, { ...c.req.valid('param'), thumbnail: true })),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Forget an uploaded file that no text has',
      answers: { 204: { description: 'Forgotten' } },
    }),
    requirePermission('messages.send'),
    validated('param', Id),
    async (c) => {
      await deleteUpload(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  return app
}

/** Where Twilio fetches what goes out, under /api/twilio/media: open to whoever has the link, which ends. */
export function publicMedia(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/:token',
    describeOperation({
      tag,
      summary: 'A file for Twilio to fetch',
      description: 'By a signed link that ends after twelve hours; nothing else is asked for.',
      answers: { 200: { description: 'The file' }, 206: { description: 'A range of it' } },
    }),
    decidesItself('everybody'),
    async (c) => sendFile(c, await openPublicMedia(installation, { token: c.req.param('token') })),
  )
  return app
}
