import { parseTwiml, TwimlError } from './parse-twiml.ts'
import type { Element } from './parse-twiml.ts'

export type Medium = 'voice' | 'messaging'
export type Served = { contentType: string | null; body: Buffer }

function verb(name: string, text: string): Element {
  return { name: 'Response', attributes: {}, children: [{ name, attributes: {}, children: [text] }] }
}

/** The document that an answer stands for, by its content type. Throws TwimlError where Twilio would not take it. */
export function readDocument(served: Served, medium: Medium, url: string): Element {
  const type = (served.contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const text = served.body.toString('utf8')
  if (medium === 'voice' && type.startsWith('audio/')) return verb('Play', url)
  if (type === 'text/plain') return readPlain(text, medium)
  if (text.trim() === '' && medium === 'messaging') return { name: 'Response', attributes: {}, children: [] }
  if (text.trim() === '') throw new TwimlError(11_770, 'Empty response body')
  if (!['text/xml', 'application/xml', 'text/html'].includes(type)) {
    throw new TwimlError(12_300, `Invalid Content-Type: ${type === '' ? 'none' : type}`)
  }
  return parseTwiml(text)
}

function readPlain(text: string, medium: Medium): Element {
  try {
    return parseTwiml(text)
  } catch {
    if (text.trim() === '') return { name: 'Response', attributes: {}, children: [] }
    return verb(medium === 'voice' ? 'Say' : 'Message', text)
  }
}
