import { markWords } from './mark-words'

/** Text with the words that were searched for marked. */
export function MarkedText({ text, q }: { text: string; q: string }) {
  return markWords(text, q).map((part, index) =>
    part.marked ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, which change together
      <mark key={index} className="rounded-sm bg-caution-soft font-medium text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
