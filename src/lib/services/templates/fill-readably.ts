import { InvalidError } from '@/shared/errors'
import { fillTemplate, type FilledTemplate } from '@/shared/liquid/fill-template'
import { liquidVariables, type LiquidScope } from '@/shared/liquid/render-liquid'

/** Fills words of which nothing may stay empty. InvalidError, saying what is wrong, when they cannot be read, or not within their limits. */
export function fillReadably(body: string, scope: LiquidScope): FilledTemplate {
  try {
    liquidVariables(body)
  } catch (error) {
    throw refusal(`read: ${error instanceof Error ? whatOf(error) : 'they are broken'}`)
  }
  try {
    return fillTemplate(body, scope)
  } catch {
    // Nothing of the library's words: they name limits that nobody here knows.
    throw refusal('filled: write it simpler')
  }
}

function refusal(why: string) {
  return new InvalidError(`body: The variables of this text cannot be ${why}.`, [{ path: ['body'] }])
}

/** `include`, `render` and `layout` look for a file. */
function whatOf({ message }: Error) {
  return message.includes('ENOENT') ? 'there are no files here' : (message.split(', file:')[0] ?? message)
}
