import { renderVoice } from '@/lib/twilio/twiml/render-voice'

/** What a caller hears when we can do nothing for them right now; ready before anything can fail. */
export const answerUnavailable = renderVoice([
  { say: 'We are sorry, we cannot take your call right now. Please call again in a few minutes.' },
  { hangUp: true },
])
