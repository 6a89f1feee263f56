import type { Webhook } from '../api/schemas.ts'

/** A word of a POSIX shell, whatever is in it. */
const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

const deriveUrl = ({ method, url, parameters }: Webhook): string => {
  const query = new URLSearchParams(parameters).toString()
  // What was sent by GET has its parameters in the logged URL already.
  return method === 'GET' && query !== '' && !url.includes('?') ? `${url}?${query}` : url
}

/** The same request again from a command line, with its signature: it is good as long as the auth token is. */
export const deriveCurl = (webhook: Webhook): string => {
  const isPost = webhook.method !== 'GET'
  return [
    `curl -X ${webhook.method} ${quote(deriveUrl(webhook).replace(/#.*$/, ''))}`,
    ...(webhook.signature === '' ? [] : [`  -H ${quote(`X-Twilio-Signature: ${webhook.signature}`)}`]),
    ...(isPost
      ? Object.entries(webhook.parameters).map(([name, value]) => `  --data-urlencode ${quote(`${name}=${value}`)}`)
      : []),
  ].join(' \\\n')
}
