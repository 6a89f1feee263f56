import type { Element } from '../twiml/parse-twiml.ts'

export type AskedPlace = { url: string; method: 'GET' | 'POST'; parameters: Record<string, string> }

/**
 * Where the next document comes from: a URL to ask, with what to tell it, TwiML given in a REST request, or a document that
 * stands for what a REST request asks without TwiML.
 */
export type DocumentPlace = AskedPlace | { twiml: string } | { root: Element }

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
