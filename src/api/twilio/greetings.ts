import { Hono } from 'hono'
import { z } from 'zod'
import { decidesItself } from '@/api/declare-access'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { sendFile } from '@/api/send-file'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { deleteGreeting } from '@/lib/services/greetings/delete-greeting'
import { listGreetings } from '@/lib/services/greetings/list-greetings'
import { openGreeting, openLinkedGreeting } from '@/lib/services/greetings/open-greeting'
import { saveGreeting } from '@/lib/services/greetings/save-greeting'
import { Greeting, ListGreetingsQuery, SaveGreetingInput, UploadGreetingInput } from '@/shared/schemas/greeting'
import { pageOf } from '@/shared/schemas/page'

const tag = 'Calls'
const Id = z.object({ id: z.uuid() })
const made = { 201: { description: 'It', schema: Greeting } }

/** What can be left on somebody's voicemail, under /api/twilio/greetings. */
export function greetings(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List what you can leave on a voicemail: your own, then everybody’s',
      description: '`heardBy=callers`: the sounds that numbers of ours may have as their voicemail greeting.',
      answers: { 200: { description: 'They', schema: pageOf(Greeting) } },
    }),
    requirePermission('calls.control'),
    validated('query', ListGreetingsQuery),
    async (c) => c.json(await listGreetings(contextFrom(installation, c), c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({ tag, summary: 'Keep words that are spoken', answers: made }),
    requirePermission('calls.control'),
    validated('json', SaveGreetingInput),
    async (c) => c.json(await saveGreeting(contextFrom(installation, c), c.req.valid('json')), 201),
  )
  app.post(
    '/audio',
    describeOperation({
      tag,
      summary: 'Keep a sound',
      description:
        'multipart/form-data with `name`, `mine` and one `file`, MP3 or WAV, up to 5 MB. With `heardBy=callers` it is everybody’s, and may be ' +
        'the voicemail greeting of numbers (`answer.voicemailGreetingId`).',
      answers: made,
    }),
    requirePermission('calls.control'),
    validated('form', UploadGreetingInput),
    async (c) => {
      const { file, ...greeting } = c.req.valid('form')
      const sound = { contentType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
      return c.json(await saveGreeting(contextFrom(installation, c), { ...greeting, sound }), 201)
    },
  )
  app.get(
    '/audio/:token',
    describeOperation({
      tag,
      summary: 'A sound for Twilio to fetch',
      description: 'By a signed link that ends after an hour; nothing else is asked for.',
      answers: { 200: { description: 'The sound' }, 206: { description: 'A range of it' } },
    }),
    decidesItself('everybody'),
    async (c) => sendFile(c, await openLinkedGreeting(installation, { token: c.req.param('token') })),
  )
  app.get(
    '/:id/audio',
    describeOperation({
      tag,
      summary: 'The sound of a greeting',
      answers: { 200: { description: 'It' }, 206: { description: 'A range of it' } },
    }),
    requirePermission('calls.control'),
    validated('param', Id),
    async (c) => sendFile(c, await openGreeting(contextFrom(installation, c), c.req.valid('param'))),
  )
  app.delete(
    '/:id',
    describeOperation({
      tag,
      summary: 'Take a greeting away',
      description: '409 while callers of a number hear it.',
      answers: { 204: { description: 'Gone' } },
    }),
    requirePermission('calls.control'),
    validated('param', Id),
    async (c) => {
      await deleteGreeting(contextFrom(installation, c), c.req.valid('param'))
      return c.body(null, 204)
    },
  )
  return app
}
