import { InvalidError } from '@/shared/errors'
import { liquidVariables } from '@/shared/liquid/render-liquid'

/** Throws InvalidError, saying what is wrong, for words that cannot be filled. */
export function assertReadable(body: string) {
  try {
    liquidVariables(body)
  } catch (error) {
    const what = error instanceof Error ? error.message.split(', file:')[0] : 'it cannot be read'
    throw new InvalidError(`body: The variables of this text cannot be read: ${what}.`, [{ path: ['body'] }])
  }
}
