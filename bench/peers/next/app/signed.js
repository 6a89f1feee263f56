import twilio from 'twilio'

/** The parameters of a webhook that Twilio signed, or null. */
export async function signedParameters(request) {
  const raw = await request.text()
  const parameters = Object.fromEntries(new URLSearchParams(raw))
  const { pathname, search } = new URL(request.url)
  const url = process.env.PUBLIC_URL + pathname + search
  const signature = request.headers.get('x-twilio-signature') ?? ''
  const valid = twilio.validateRequest(process.env.TWILIO_AUTH_TOKEN, signature, url, parameters)
  return valid ? { parameters, raw } : null
}
