import type { Config } from '@/config'

/**
 * Twilio's connection overrides: 2 s to connect, 4.5 s to answer, two retries on a 5xx or a timeout, all within its 15 s. The fragment is
 * neither sent nor signed.
 */
const connectionOverrides = 'ct=2000&rt=4500&rc=2&rp=5xx,ct,rt'

/** The address we give Twilio for one of our webhooks: `path` such as '/api/twilio/webhooks/sms', `query` in the order given. */
export function webhookUrl(config: Pick<Config, 'publicOrigin'>, path: string, query: Record<string, string> = {}) {
  const parameters = new URLSearchParams(query).toString()
  return `${config.publicOrigin}${path}${parameters === '' ? '' : `?${parameters}`}#${connectionOverrides}`
}
