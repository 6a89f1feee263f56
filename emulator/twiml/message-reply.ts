import { elementsOf, textOf } from './parse-twiml.ts'
import type { Element } from './parse-twiml.ts'

export type ReplyText = {
  to: string | null
  from: string | null
  body: string
  mediaUrls: string[]
  statusCallback: string | null
  method: string
}

export type ReplyStep =
  | { do: 'send'; text: ReplyText }
  | { do: 'redirect'; url: string; method: string }
  | { do: 'warn'; code: number; text: string }

const mostReplies = 10

/** What a document says in answer to a text: pure, in order; nothing follows a Redirect. */
export function readReply(root: Element): ReplyStep[] {
  const steps: ReplyStep[] = []
  let sent = 0
  for (const element of elementsOf(root)) {
    if (element.name === 'Redirect') {
      steps.push({ do: 'redirect', url: textOf(element).trim(), method: element.attributes['method'] ?? 'POST' })
      return steps
    }
    if (element.name !== 'Message' && element.name !== 'Sms') {
      steps.push({ do: 'warn', code: 14_110, text: `Invalid verb for a reply: ${element.name}` })
    } else if (sent >= mostReplies) {
      steps.push({ do: 'warn', code: 14_109, text: 'More than 10 messages in a reply' })
    } else {
      sent += 1
      steps.push(readMessage(element))
    }
  }
  return steps
}

function readMessage(element: Element): ReplyStep {
  const nouns = elementsOf(element)
  const bodies = nouns.filter((noun) => noun.name === 'Body').map(textOf)
  const media = nouns.filter((noun) => noun.name === 'Media').map((noun) => textOf(noun).trim())
  const own = element.children.filter((child) => typeof child === 'string').join('')
  const body = bodies.length > 0 ? bodies.join('') : own.trim()
  const { to, from, action, statusCallback, method } = element.attributes
  if (body === '' && media.length === 0) return { do: 'warn', code: 14_103, text: 'A Message without text or media' }
  if (body.length > 1600) return { do: 'warn', code: 14_103, text: 'A Message longer than 1600 characters' }
  return {
    do: 'send',
    text: {
      to: to?.trim() || null,
      from: from?.trim() || null,
      body,
      mediaUrls: media.slice(0, 10),
      statusCallback: statusCallback || action || null,
      method: method ?? 'POST',
    },
  }
}
