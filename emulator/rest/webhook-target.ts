import { parseWebhookUrl } from '../webhooks/webhook-url.ts'

/** Whether Twilio would take this as a URL to call: http(s), a host name, no underscore in it. */
export function isWebhookTarget(text: string): boolean {
  const url = parseWebhookUrl(text)
  return url !== null && url.hostname !== '' && !url.hostname.includes('_')
}
