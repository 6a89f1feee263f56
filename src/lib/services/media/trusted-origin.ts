import type { Config } from '@/config'

const twilio = 'https://api.twilio.com'

/** Twilio's API as configured, an emulator on this machine too, and what signs us in there: the only place that our credentials are sent to. */
export function trustedOrigin({ twilio: { apiBaseUrl, apiKey, accountSid, authTokens } }: Pick<Config, 'twilio'>) {
  return {
    origin: new URL(apiBaseUrl ?? twilio).origin,
    username: apiKey?.sid ?? accountSid,
    password: apiKey?.secret ?? authTokens[0] ?? '',
  }
}
