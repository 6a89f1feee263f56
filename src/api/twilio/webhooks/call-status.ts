import { z } from 'zod'
import type { Installation } from '@/lib/context'
import { recordCallStatus } from '@/lib/services/calls/record-call-status'
import { callReportOf } from './call-parameters'
import type { WebhookHandler } from './receive'

const Reported = z.object({ CallStatus: z.string() })

/** How far a call or one of its legs has come. Answered when it is durable. */
export function callStatus(installation: Installation): WebhookHandler {
  return async ({ parameters, raw }, c) => {
    const report = callReportOf(parameters, {
      attempt: c.req.query('attempt'),
      receivedAt: installation.clock.now(),
    })
    await recordCallStatus(installation, { ...report, reported: Reported.parse(parameters).CallStatus, raw })
    return c.body(null, 204)
  }
}
