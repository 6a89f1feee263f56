import type { Context } from '@/lib/context'
import { takeRequestedNotice } from '@/lib/services/recordings/take-requested-notice'
import { renderVoice, type VoiceStep } from '@/lib/twilio/twiml/render-voice'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import type { CallReport } from './call-report'
import { isMachine } from './is-machine'
import { recordVoice } from './record-voice'

/**
 * Somebody has answered a call that is to be recorded: they hear so, the recording begins, and then comes what they were called for. A
 * machine is not recorded.
 */
export async function announceRecording(ctx: Context, call: CallReport & { raw: string }): Promise<string> {
  const { raw, ...report } = call
  await recordVoice(ctx, { eventKey: `${report.callSid}:announce-recording`, kind: 'voice', raw, call: report })
  const next = { redirect: await addressAfter(ctx, report) }
  if (isMachine(report)) return renderVoice([next])
  const { mayRecord, notice } = await takeRequestedNotice(ctx, { callSid: report.callSid, legs: [] })
  const said: VoiceStep[] = notice === null ? [] : [{ say: notice }]
  const recordingStatus = webhookUrl(ctx.config, '/api/twilio/webhooks/recording')
  const recorded: VoiceStep[] = mayRecord ? [{ startRecording: { recordingStatus } }] : []
  return renderVoice([...said, ...recorded, next])
}

/** What was asked for with the call; whether a machine answered is told there too, since Twilio says it to the first who is asked only. */
async function addressAfter(ctx: Context, { callSid, answeredBy }: CallReport): Promise<string> {
  const { rows } = await ctx.database.pool.query<{ id: string; url: string | null; flow: string | null }>({
    name: 'address-after-notice',
    text: `select id, request ->> 'url' as url, request ->> 'flowId' as flow from twilio_call_logs where call_sid = $1`,
    values: [callSid],
  })
  const [row] = rows
  if (!row) throw new Error('the call that was answered is not written down')
  const machine: Record<string, string> = answeredBy ? { AnsweredBy: answeredBy } : {}
  if (row.url !== null) {
    const address = new URL(row.url)
    for (const [name, value] of Object.entries(machine)) address.searchParams.set(name, value)
    return answeredBy ? address.href : row.url
  }
  const flow: Record<string, string> = row.flow === null ? {} : { flow: row.flow }
  return webhookUrl(ctx.config, '/api/twilio/webhooks/voice', { attempt: row.id, ...flow, ...machine })
}
