import { Outputs } from '@/shared/ivr/execution'

/** What an address answered, as the flow's variables show it: the words, and what they mean where they are JSON. */
export function readAnswer(text: string): Outputs {
  if (text.trim() === '') return {}
  return { status_code: 200, body: text, ...parsed(text) }
}

function parsed(text: string): Outputs {
  try {
    const read = Outputs.safeParse({ parsed: JSON.parse(text) })
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

/** The words again. */
export function answerTextOf(outputs: Outputs): string {
  return typeof outputs.body === 'string' ? outputs.body : ''
}
