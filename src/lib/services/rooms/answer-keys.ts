import { renderVoice } from '@/lib/twilio/twiml/render-voice'

/** Tones for whom we are connected with, such as the extension of a colleague of theirs; w waits half a second. */
export function answerKeys({ digits }: { digits: string }): string {
  return renderVoice([{ keys: digits }])
}
