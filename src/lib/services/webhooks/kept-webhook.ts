/** A webhook that Twilio signed when it came, to be handled again, or one made from Twilio's own lists. */
export type KeptWebhook = {
  /** Its address without the query, such as /api/twilio/webhooks/sms. */
  route: string
  /** The query of its address, with the question mark; empty for a GET, whose query is `raw`. */
  query: string
  json: boolean
  raw: string
  /** The time at which it is handled as if it came then. */
  receivedAt: Date
}

/** Runs the handler of the webhook's route as when it came. The same webhook twice leaves the same rows. Throws what the handler throws. */
export type ReplayWebhook = (webhook: KeptWebhook) => Promise<void>
