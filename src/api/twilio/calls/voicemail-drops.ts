import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import { CallSid } from '@/api/twilio/calls/call-sid'
import type { Installation } from '@/lib/context'
import { dropVoicemail } from '@/lib/services/greetings/drop-voicemail'
import { Call } from '@/shared/schemas/call'
import { DropVoicemailInput } from '@/shared/schemas/greeting'

/** Leaving a greeting on a voicemail, under /api/twilio/calls/:callSid/voicemail-drop. */
export function voicemailDrops(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.post(
    '/:callSid/voicemail-drop',
    describeOperation({
      tag: 'Calls',
      summary: 'Leave a greeting with the machine that answered, and be free',
      description:
        'After its tone. Whoever of ours is on the call leaves it at once; it ends when the greeting does. Without ' +
        '`greetingId`: your own newest greeting, else the firm’s. 409: not a call of ours that is in progress, or there is no greeting.',
      answers: { 200: { description: 'The call', schema: Call } },
    }),
    requirePermission('calls.control'),
    validated('param', CallSid),
    validated('json', DropVoicemailInput),
    async (c) =>
      c.json(await dropVoicemail(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  return app
}
