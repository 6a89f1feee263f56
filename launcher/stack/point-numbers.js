// @ts-check

/**
 * @typedef {object} EmulatorAccess
 * @property {string} url
 * @property {string} accountSid
 * @property {string} authToken
 */

// Retry what we shed (5xx) and what never reached us, within the 15 s in which Twilio wants an answer.
const retries = '#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt'

/**
 * Makes every number of the emulator's account ask the app, through Twilio's own REST API.
 * @param {EmulatorAccess} emulator
 * @param {string} publicUrl
 */
export async function pointNumbers(emulator, publicUrl) {
  const account = `/2010-04-01/Accounts/${emulator.accountSid}/IncomingPhoneNumbers`
  const { incoming_phone_numbers: numbers } = await request(emulator, 'GET', `${account}.json?PageSize=1000`)
  if (!Array.isArray(numbers)) throw new Error('The emulator listed no phone numbers.')
  const webhooks = `${publicUrl}/api/twilio/webhooks`
  const settings = new URLSearchParams({
    VoiceUrl: `${webhooks}/voice${retries}`,
    VoiceFallbackUrl: `${webhooks}/voice/fallback${retries}`,
    VoiceFallbackMethod: 'POST',
    VoiceMethod: 'POST',
    StatusCallback: `${webhooks}/call-status${retries}`,
    StatusCallbackMethod: 'POST',
    SmsUrl: `${webhooks}/sms${retries}`,
    SmsFallbackUrl: `${webhooks}/sms/fallback${retries}`,
    SmsFallbackMethod: 'POST',
    SmsMethod: 'POST',
  })
  for (const { sid } of numbers) await request(emulator, 'POST', `${account}/${sid}.json`, settings)
}

/**
 * Puts handsets on the emulator's phones page.
 * @param {EmulatorAccess} emulator
 * @param {{ phoneNumber: string, name: string }[]} handsets
 */
export async function addHandsets(emulator, handsets) {
  for (const handset of handsets) await request(emulator, 'POST', '/emulator/phones', handset)
}

/**
 * @param {EmulatorAccess} emulator
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {URLSearchParams | object} [body]
 * @returns {Promise<Record<string, unknown>>}
 */
async function request({ url, accountSid, authToken }, method, path, body) {
  const isForm = body instanceof URLSearchParams
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
    },
    body: isForm ? body : body && JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The emulator refused ${method} ${path}: ${response.status} ${text.slice(0, 200)}`)
  return text ? JSON.parse(text) : {}
}
