import { BrowserPhoneDocument, PhoneCheck, PhoneToken, type PhoneCheckInput } from '@/shared/schemas/phone'
import { request } from './request'

const root = '/api/twilio/phone'

export function getPhoneToken() {
  return request(PhoneToken, '/api/twilio/token', { method: 'POST' })
}

export function getBrowserPhone() {
  return request(BrowserPhoneDocument, root)
}

/** Says whether this person's phone in the browser can be rung. */
export function putBrowserPhone(ready: boolean, keepalive = false) {
  return request(BrowserPhoneDocument, root, { method: 'PUT', body: { ready }, keepalive })
}

/** Hangs up or declines for good: for the other party too. */
export function endPhoneCall() {
  return request(BrowserPhoneDocument, `${root}/call`, { method: 'DELETE' })
}

/** Why this number must not be called now; null: it may. */
export async function findCallRefusal(input: PhoneCheckInput) {
  const { refusal } = await request(PhoneCheck, `${root}/check`, { method: 'POST', body: input })
  return refusal
}
