/** What Twilio writes as `error_message`; one sentence per code that carriers and Twilio report most. */
const sentences: Record<number, string> = {
  11200: 'The media could not be fetched',
  11751: 'Media exceeds messaging provider size limit',
  12300: 'Invalid Content-Type',
  21610: 'Attempt to send to unsubscribed recipient',
  21701: 'The Messaging Service does not exist',
  21703: 'The Messaging Service does not have a phone number available to send a message',
  30001: 'Queue overflow',
  30002: 'Account suspended',
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
  30009: 'Missing inbound segment',
  30010: 'Message price exceeds max price',
  30011: 'MMS not supported by the receiving phone number in this region',
  30017: 'Carrier network congestion',
  30018: 'Destination carrier requires sender ID pre-registration',
  30019: 'Content size exceeds carrier limit',
  30022: 'US A2P 10DLC rate limits exceeded',
  30023: 'US A2P 10DLC daily message cap reached',
  30027: 'US A2P 10DLC T-Mobile daily message limit reached',
  30032: 'Toll-free number has not been verified',
  30034: 'Message from an unregistered number',
  30035: 'Message from a number that is still being configured',
  30036: 'Validity period expired',
  63003: 'Channel could not find the To address',
  63015: 'The sandbox can only send to numbers that have joined it',
  63016: 'Failed to send freeform message because you are outside the allowed window',
  63018: 'Rate limit exceeded for channel',
  63019: 'Media failed to download',
  63024: 'Invalid message recipient',
  63032: 'Not sent to this user because of a limitation of WhatsApp',
}

/** Twilio itself gives up on these before a carrier has the message. */
const neverSent: ReadonlySet<number> = new Set([21610, 21703, 30001, 30002, 30010, 30036, 63019])

export function describeDeliveryError(code: number): string {
  return sentences[code] ?? 'The message could not be delivered'
}

export function statusForError(code: number): 'failed' | 'undelivered' {
  return neverSent.has(code) ? 'failed' : 'undelivered'
}
