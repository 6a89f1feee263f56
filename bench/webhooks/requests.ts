import { createHmac } from 'node:crypto'

export type WebhookKind = 'sms' | 'message-status'

export const publicOrigin = 'https://eva.example.com'
export const authToken = '0123456789abcdef0123456789abcdef'
export const accountSid = `AC${'a'.repeat(32)}`
export const ourNumber = '+14155550100'

/** How many people text us: each has a conversation of their own. */
const people = 5_000

/** The SIDs of real texts are random: keys that come in order would flatter every index. */
export function messageSidOf(direction: 'inbound' | 'outbound', number: number) {
  return `SM${createHmac('sha1', direction).update(String(number)).digest('hex').slice(0, 32)}`
}

/** One signed request, ready for the wire. */
export function requestOf(kind: WebhookKind, number: number): Buffer {
  const path = `/api/twilio/webhooks/${kind}`
  const parameters = kind === 'sms' ? inboundText(number) : statusReport(number)
  const body = new URLSearchParams(parameters).toString()
  const signed = Object.keys(parameters)
    .toSorted()
    .reduce((text, name) => text + name + parameters[name], publicOrigin + path)
  const signature = createHmac('sha1', authToken).update(signed).digest('base64')
  return Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      'Host: eva.example.com',
      'User-Agent: TwilioProxy/1.1',
      'Accept: */*',
      'Content-Type: application/x-www-form-urlencoded; charset=UTF-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Twilio-Signature: ${signature}`,
      `I-Twilio-Idempotency-Token: ${number}`,
      '',
      body,
    ].join('\r\n'),
  )
}

function inboundText(number: number): Record<string, string> {
  const person = String((number * 7919) % people).padStart(7, '0')
  return {
    ToCountry: 'US',
    ToState: 'CA',
    SmsMessageSid: messageSidOf('inbound', number),
    NumMedia: '0',
    ToCity: 'SAN FRANCISCO',
    FromZip: '94105',
    SmsSid: messageSidOf('inbound', number),
    FromState: 'CA',
    SmsStatus: 'received',
    FromCity: 'SAN FRANCISCO',
    Body: `Hi, it's candidate ${number}. I can start on Monday & would like to hear more about the role.`,
    FromCountry: 'US',
    To: ourNumber,
    ToZip: '94105',
    NumSegments: '1',
    MessageSid: messageSidOf('inbound', number),
    AccountSid: accountSid,
    From: `+1415${person}`,
    ApiVersion: '2010-04-01',
  }
}

/** Each text is reported twice: sent, and sixty-four reports later delivered. */
function statusReport(number: number): Record<string, string> {
  const window = 64
  const block = Math.floor(number / (2 * window))
  const within = number % (2 * window)
  const status = within < window ? 'sent' : 'delivered'
  const sid = messageSidOf('outbound', block * window + (within % window))
  return {
    SmsSid: sid,
    SmsStatus: status,
    MessageStatus: status,
    To: '+14155550111',
    MessageSid: sid,
    AccountSid: accountSid,
    From: ourNumber,
    ApiVersion: '2010-04-01',
    ...(status === 'delivered' ? { RawDlrDoneDate: '2611221000' } : {}),
  }
}
