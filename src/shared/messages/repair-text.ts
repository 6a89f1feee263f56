import { isEmoji, toPlainText, withoutEmoji } from './to-plain-text'

/** `removed`: the emoji that are not in the repaired text; none: only spelling changes. */
export type Repair = { text: string; removed: string[] }

/**
 * How a text can go out in GSM-7; null where it goes so already, or where something in it has no plain spelling, so that a repair would
 * change the words and save nothing.
 */
export function repairText(body: string): Repair | null {
  const { text, left } = toPlainText(body)
  if (!left.every(isEmoji)) return null
  const repaired = left.length === 0 ? text : withoutEmoji(text)
  return repaired === body ? null : { text: repaired, removed: left }
}
