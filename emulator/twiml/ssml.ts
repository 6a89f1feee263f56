import type { Element } from './parse-twiml.ts'

const strengths: Record<string, number> = {
  none: 0,
  'x-weak': 100,
  weak: 250,
  medium: 500,
  strong: 750,
  'x-strong': 1000,
}

/** What a Say speaks, with its mark-up reduced to words, and the milliseconds its breaks add. */
export function spokenText(element: Element): { text: string; breakMs: number } {
  let breakMs = 0
  const read = (node: Element | string): string => {
    if (typeof node === 'string') return node
    if (node.name === 'break') {
      breakMs += breakLength(node)
      return ' '
    }
    if (node.name === 'sub') return node.attributes['alias'] ?? node.children.map(read).join('')
    const inner = node.children.map(read).join('')
    return node.name === 'p' || node.name === 's' ? ` ${inner} ` : inner
  }
  const text = element.children.map(read).join('').replace(/\s+/g, ' ').trim()
  return { text, breakMs }
}

function breakLength(node: Element): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(node.attributes['time'] ?? '')
  if (match !== null) return Math.min(10_000, Number(match[1]) * (match[2] === 's' ? 1000 : 1))
  return strengths[node.attributes['strength'] ?? 'medium'] ?? 500
}
