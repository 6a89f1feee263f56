import type { RecordingCallback } from '../recordings/recording.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import { methodAttribute, wordsAttribute } from './attributes.ts'
import type { Element } from './parse-twiml.ts'
import type { Scene } from './verb.ts'

/** Where and of what Record and Dial want their recording reported. */
export function recordingCallbackOf(run: Scene, element: Element): RecordingCallback | null {
  const text = element.attributes['recordingStatusCallback']
  const url = text === undefined || text === '' ? null : resolveUrl(text, run.documentUrl)
  if (url === null) return null
  return {
    url,
    method: methodAttribute(element, 'recordingStatusCallbackMethod'),
    events: new Set(wordsAttribute(element, 'recordingStatusCallbackEvent', ['completed'])),
  }
}
