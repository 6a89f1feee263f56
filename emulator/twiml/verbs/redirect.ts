import { notify } from '../../account/notify.ts'
import { resolveUrl } from '../../webhooks/webhook-url.ts'
import { methodAttribute } from '../attributes.ts'
import { textOf } from '../parse-twiml.ts'
import type { Verb } from '../verb.ts'

/** https://www.twilio.com/docs/voice/twiml/redirect */
export const redirect: Verb = {
  attributes: ['method'],
  nouns: [],
  run: async (run, element) => {
    const url = resolveUrl(textOf(element), run.documentUrl)
    if (url !== null) return { go: { url, method: methodAttribute(element), parameters: {} } }
    const about = { callSid: run.leg.call.sid, url: run.documentUrl }
    notify(run.world, 'error', 11_100, `Redirect: not a URL: ${textOf(element).trim()}`, about)
    return { end: 'completed' }
  },
}
