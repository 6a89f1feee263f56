/** Where the next document comes from: a URL to ask, with what to tell it, or TwiML given in a REST request. */
export type DocumentPlace =
  | { url: string; method: 'GET' | 'POST'; parameters: Record<string, string> }
  | { twiml: string }

/** The call ended while a document was running. */
export class HungUp extends Error {
  override readonly name = 'HungUp'
}

/** A REST request put another document in the running one's place. */
export class Replaced extends Error {
  override readonly name = 'Replaced'
  readonly place: DocumentPlace

  constructor(place: DocumentPlace) {
    super('Another document took over')
    this.place = place
  }
}
