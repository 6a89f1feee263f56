import type { PermissionAnswer } from '@/shared/schemas/permission'
import { longestBody } from '@/shared/schemas/text-body'
import { variableLabel } from './variable-label'

type State = {
  text: string
  files: number
  /** What a template left open, by name. */
  blanks: readonly string[]
  isFilling: boolean
  verdict: PermissionAnswer | undefined
  sendAt: Date | null
  now: Date
}

/** Why a text cannot be sent as it stands, as a sentence; undefined when it can. */
export function whyNotSend({ text, files, blanks, isFilling, verdict, sendAt, now }: State): string | undefined {
  if (verdict?.verdict === 'refused') return verdict.reason ?? 'This text may not be sent.'
  if (text.trim() === '' && files === 0) return 'Write a text or attach a file first.'
  if (text.length > longestBody) return 'A text can have 1,600 characters at most.'
  if (blanks.length > 0) return `Fill in first: ${blanks.map(variableLabel).join(', ')}.`
  if (isFilling) return 'The template is being filled…'
  if (sendAt && sendAt <= now) return 'That time has passed. Choose another, or send it now.'
  return undefined
}
