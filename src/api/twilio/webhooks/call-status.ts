import { z } from 'zod'
import type { Installation } from '@/lib/context'
import { recordCallStatus } from '@/lib/services/calls/record-call-status'
import { beginRecordingByRule } from '@/lib/services/recordings/begin-recording-by-rule'
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
    const reported = Reported.parse(parameters).CallStatus
    await recordCallStatus(installation, { ...report, reported, raw })
    if (c.req.query('connects') === 'true' && reported === 'in-progress' && report.parentCallSid !== null)
      await beginRecordingByRule(installation, { callSid: report.parentCallSid, takenBy: report.to })
    return c.body(null, 204)
  }
}
