import type { CoreContext } from '@/lib/context'
import type { NumberAnswer } from '@/shared/schemas/number'
import { findGreeting } from './find-greeting'
import { greetingStep } from './greeting-step'

/** What callers hear whom nobody answers: the number's sound; its words where it has none, it is gone, or it cannot be found out. */
export async function callerGreeting(
  ctx: Pick<CoreContext, 'config' | 'clock' | 'database' | 'log'>,
  { voicemailGreeting, voicemailGreetingId }: Pick<NumberAnswer, 'voicemailGreeting' | 'voicemailGreetingId'>,
): Promise<{ say: string } | { play: string }> {
  const words = { say: voicemailGreeting }
  if (voicemailGreetingId === null) return words
  try {
    const greeting = await findGreeting(ctx, voicemailGreetingId)
    return greeting?.heard_by === 'callers' ? greetingStep(ctx, greeting) : words
  } catch (error) {
    ctx.log.error({ err: error }, 'the voicemail greeting of a number could not be found')
    return words
  }
}
