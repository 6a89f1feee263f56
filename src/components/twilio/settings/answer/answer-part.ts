import type { OurNumber } from '@/shared/schemas/number'

type Answer = OurNumber['answer']

/** A part of the form that says how a number answers: it shows the whole and changes what is its own. */
export type AnswerPart = {
  answer: Answer
  /** Why nothing can be changed; undefined: it can. */
  readOnly: string | undefined
  onChange: (change: Partial<Answer>) => void
}
