import { Check } from '../rules/Check'
import type { AnswerPart } from './answer-part'

/** Whether callers who reach nobody are offered to be called back. */
export function CallBackField({ answer: { callBack }, readOnly, onChange }: AnswerPart) {
  return (
    <Check checked={callBack} readOnly={readOnly !== undefined} onChange={(checked) => onChange({ callBack: checked })}>
      Offer callers to be called back
      <span className="block text-sm text-ink-faint">
        Who reaches nobody may press 1 instead of leaving a message, and is listed under Waiting.
      </span>
    </Check>
  )
}
