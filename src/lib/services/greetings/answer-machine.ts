import type { Context } from '@/lib/context'
import { renderVoice } from '@/lib/twilio/twiml/render-voice'
import type { CallReport } from '@/lib/services/calls/call-report'
import { findGreeting } from './find-greeting'
import { greetingStep } from './greeting-step'
import { recordDrop } from './record-drop'

/** A machine has answered our call and its tone is over: the greeting that was to be left then; null when none was, or it is gone. */
export async function answerMachine(ctx: Context, report: CallReport): Promise<string | null> {
  if (report.direction !== 'outbound' || report.answeredBy?.startsWith('machine_end') !== true) return null
  const { rows } = await ctx.database.pool.query<{ greeting: string | null }>({
    name: 'greeting-of-call',
    text: `select request -> 'whenMachine' ->> 'drop' as greeting from twilio_call_logs where call_sid = $1`,
    values: [report.callSid],
  })
  const wanted = rows[0]?.greeting ?? null
  const greeting = wanted === null ? null : await findGreeting(ctx, wanted)
  if (!greeting) return null
  await recordDrop(ctx, { callSid: report.callSid, greeting })
  return renderVoice([greetingStep(ctx, greeting), { hangUp: true }])
}
