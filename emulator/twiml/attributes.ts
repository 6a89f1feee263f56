import type { Element } from './parse-twiml.ts'

/** A whole number within bounds, else the fallback. */
export function intAttribute(element: Element, name: string, fallback: number, low = 0, high = 86_400): number {
  const text = element.attributes[name]?.trim()
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isInteger(value) && value >= low && value <= high
    ? value
    : fallback
}

export function boolAttribute(element: Element, name: string, fallback: boolean): boolean {
  const text = element.attributes[name]?.trim().toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : fallback
}

export function methodAttribute(element: Element, name = 'method'): 'GET' | 'POST' {
  return element.attributes[name]?.trim().toUpperCase() === 'GET' ? 'GET' : 'POST'
}

/** Words apart by spaces or commas, or the fallback if there are none. */
export function wordsAttribute(element: Element, name: string, fallback: readonly string[]): string[] {
  const words = (element.attributes[name] ?? '').split(/[\s,]+/).filter((word) => word !== '')
  return words.length > 0 ? words : [...fallback]
}
