import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { changeRecording } from '@/lib/services/recordings/change-recording'
import { recordOnDemand } from '@/lib/services/recordings/record-on-demand'
import { Call } from '@/shared/schemas/call'
import { ChangeRecordingInput, StartRecordingInput } from '@/shared/schemas/recording'

const Sid = z.object({ callSid: z.string().regex(/^CA[0-9a-f]{32}$/, 'A call SID is CA and 32 hexadecimal digits.') })
const tag = 'Recordings'

/** The recording of a call that is in progress, under /api/twilio/calls/:callSid/recording. */
export function callRecording(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.post(
    '/:callSid/recording',
    describeOperation({
      tag,
      summary: 'Record a call from now on',
      description:
        'Where the rules have a sentence for it, the other party hears that first. 409 with `details.needsConfirmation`: the other party has not heard that they are recorded; tell them and ask again with ' +
        '`confirmed`. 409 also when it is recorded already. Accepts Idempotency-Key.',
      answers: {
        201: { description: 'The call', schema: Call },
        202: { description: 'The other party is being told; the recording begins with that', schema: Call },
      },
    }),
    requirePermission('calls.control'),
    validated('param', Sid),
    validated('json', StartRecordingInput),
    idempotent(installation),
    async (c) => {
      const wanted = { ...c.req.valid('param'), ...c.req.valid('json') }
      const { call, begun } = await recordOnDemand(contextFrom(installation, c), wanted)
      return c.json(call, begun ? 201 : 202)
    },
  )
  app.patch(
    '/:callSid/recording',
    describeOperation({
      tag,
      summary: 'Pause, resume or stop the recording of a call',
      description: 'While it is paused there is silence in it.',
      answers: { 200: { description: 'The call', schema: Call } },
    }),
    requirePermission('calls.control'),
    validated('param', Sid),
    validated('json', ChangeRecordingInput),
    async (c) => {
      const wanted = { ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await changeRecording(contextFrom(installation, c), wanted))
    },
  )
  return app
}
