import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { WebhookEnv } from '@/api/middleware/twilio-signature'
import { twimlFallback } from '@/api/twiml-fallback'
import type { Installation } from '@/lib/context'
import { answerCall } from '@/lib/services/calls/answer-call'
import { answerDialed } from '@/lib/services/calls/answer-dialed'
import { answerRecorded } from '@/lib/services/calls/answer-recorded'
import { answerWhisper } from '@/lib/services/calls/answer-whisper'
import type { CallReport } from '@/lib/services/calls/call-report'
import { callReportOf } from './call-parameters'

const methods = ['POST', 'GET']
const Dialed = z.object({ DialCallStatus: z.string().default('failed') })

/** What Twilio asks during a call: each is written down, then answered with the next document. */
export function voice(installation: Installation) {
  const app = new Hono<WebhookEnv>()
  app.onError(twimlFallback(installation.log))

  const route = (
    path: string,
    answer: (call: CallReport & { raw: string }, c: Context<WebhookEnv>) => Promise<string>,
  ) =>
    app.on(methods, path, async (c) => {
      const { parameters, raw } = c.get('webhook')
      const report = callReportOf(parameters, {
        attempt: c.req.query('attempt'),
        receivedAt: installation.clock.now(),
      })
      return c.body(await answer({ ...report, raw }, c), 200, { 'Content-Type': 'text/xml' })
    })

  route('/', (call) => answerCall(installation, call))
  route('/whisper', (call, c) => answerWhisper(installation, { ...call, ourNumber: c.req.query('number') ?? '' }))
  route('/dialed', (call, c) => {
    const dialStatus = Dialed.parse(c.get('webhook').parameters).DialCallStatus
    return answerDialed(installation, { ...call, dialStatus })
  })
  route('/recorded', (call) => answerRecorded(installation, call))
  return app
}
