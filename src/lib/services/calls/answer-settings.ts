import type { Config } from '@/config'
import { NumberAnswer } from '@/shared/schemas/number'

export type AnswerSettings = NumberAnswer & { transferTo: string | null }

/** How a number's calls are answered: what is stored for it, else the defaults and TWILIO_DEFAULT_TRANSFER_NUMBER. */
export function answerSettings(config: Pick<Config, 'twilio'>, stored: unknown): AnswerSettings {
  const parsed = NumberAnswer.safeParse(stored ?? {})
  const settings = parsed.success ? parsed.data : NumberAnswer.parse({})
  const transferTo = settings.transferTo === undefined ? config.twilio.defaultTransferNumber : settings.transferTo
  return { ...settings, transferTo }
}
