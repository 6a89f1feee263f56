import { z } from 'zod'
import type { Installation } from '@/lib/context'
import { recordRecording } from '@/lib/services/recordings/record-recording'
import { RecordingStatusSchema } from '@/shared/schemas/recording'
import type { WebhookHandler } from './receive'

const count = z.coerce.number().int().min(0).max(1_000_000)

const RecordingStatusReport = z.object({
  RecordingSid: z.string().regex(/^RE[0-9a-fA-F]{32}$/),
  CallSid: z.string().max(64).optional(),
  ConferenceSid: z.string().max(64).optional(),
  RecordingStatus: RecordingStatusSchema.default('completed'),
  RecordingSource: z.string().max(64).optional(),
  RecordingChannels: count.max(2).nullish().catch(null),
  RecordingDuration: count.nullish().catch(null),
  RecordingUrl: z.string().max(2000).optional(),
  ErrorCode: count.nullish().catch(null),
  RecordingStartTime: z.coerce.date().nullish().catch(null),
})

/** What became of a recording. Answered when its metadata is durable; the audio is fetched later. */
export function recording(installation: Installation): WebhookHandler {
  return async ({ parameters, raw }, c) => {
    const report = RecordingStatusReport.parse(parameters)
    await recordRecording(installation, {
      recordingSid: report.RecordingSid,
      callSid: report.CallSid ?? null,
      conferenceSid: report.ConferenceSid ?? null,
      status: report.RecordingStatus,
      source: report.RecordingSource ?? null,
      channels: report.RecordingChannels ?? null,
      durationSeconds: report.RecordingStatus === 'in-progress' ? null : (report.RecordingDuration ?? null),
      mediaUrl: report.RecordingUrl ?? null,
      // Twilio sends 0 for no error.
      errorCode: report.ErrorCode || null,
      startedAt: report.RecordingStartTime ?? null,
      raw,
    })
    return c.body(null, 204)
  }
}
