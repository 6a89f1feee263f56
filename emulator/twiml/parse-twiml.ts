import { SaxesParser } from 'saxes'

export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

/** A document Twilio would not run, with the code its debugger would show. */
export class TwimlError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

const maxBytes = 65_536

/** The root's verbs and stray text. Throws TwimlError: 11750 too large, 12100 not XML, 12101 another XML, 12102 another root. */
export function parseTwiml(xml: string): Element {
  if (Buffer.byteLength(xml) > maxBytes) throw new TwimlError(11_750, 'The document is larger than 64 kB')
  const version = /^\s*<\?xml[^?>]*\bversion=["']([^"']*)["']/.exec(xml)?.[1]
  if (version !== undefined && version !== '1.0') throw new TwimlError(12_101, `Invalid XML version: ${version}`)
  const top: Element = { name: '', attributes: {}, children: [] }
  const open: Element[] = [top]
  const parser = new SaxesParser()
  const current = () => open.at(-1) ?? top
  parser.on('error', (error) => {
    throw new TwimlError(12_100, `Error on the document's XML: ${error.message}`)
  })
  parser.on('opentag', (tag) => {
    const element: Element = { name: tag.name, attributes: { ...tag.attributes }, children: [] }
    current().children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void current().children.push(text))
  parser.on('cdata', (text) => void current().children.push(text))
  parser.write(xml.replace(/^\uFEFF/, '').trimStart()).close()
  const root = elementsOf(top)[0]
  if (root?.name !== 'Response') throw new TwimlError(12_102, 'The root element must be Response')
  return root
}

export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** All text inside, in reading order. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
