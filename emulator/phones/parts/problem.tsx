import { TriangleAlert } from 'lucide-react'

/** What went wrong, said at once to a screen reader too. */
export const Problem = ({ sentence }: { sentence: string | undefined }) =>
  sentence === undefined ? null : (
    <p role="alert" className="flex gap-2 rounded-lg bg-bad-soft px-3 py-2 text-xs text-bad-ink">
      <TriangleAlert aria-hidden size={16} className="shrink-0" />
      <span className="min-w-0 wrap-anywhere">{sentence}</span>
    </p>
  )
