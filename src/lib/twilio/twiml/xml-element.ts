import { xmlText } from './xml-text'

export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * An element with the attributes that have a value; `content` is XML: a text goes through `escapeXml`. The documents of flows are written
 * while a caller waits: the SDK's own writer makes a tree of objects first, which was a fifth of all that a step left to collect.
 */
export function xmlElement(name: string, attributes: XmlAttributes, content = ''): string {
  let start = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${key}="${escapeXml(String(value))}"`
  }
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#xA;',
  '\t': '&#x9;',
}

/** A text as the content of an element or attribute, without what XML cannot carry. */
export function escapeXml(text: string): string {
  return xmlText(text).replaceAll(/[&<>"\n\t]/g, (character) => references[character] ?? '')
}
