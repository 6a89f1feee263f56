import type { Context } from 'hono'
import { z } from 'zod'
import type { WebhookEnv } from '@/api/middleware/twilio-signature'
import type { Installation } from '@/lib/context'
import { recordCallStatus } from '@/lib/services/calls/record-call-status'
import { callReportOf } from './call-parameters'

const Reported = z.object({ CallStatus: z.string() })

/** How far a call or one of its legs has come. Answered when it is durable. */
export function callStatus(installation: Installation) {
  return async function callStatus(c: Context<WebhookEnv>) {
    const { parameters, raw } = c.get('webhook')
    const report = callReportOf(parameters, {
      attempt: c.req.query('attempt'),
      receivedAt: installation.clock.now(),
    })
    await recordCallStatus(installation, { ...report, reported: Reported.parse(parameters).CallStatus, raw })
    return c.body(null, 204)
  }
}
