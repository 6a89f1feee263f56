import { Plus } from 'lucide-react'

const offered = [
  'contact.first_name',
  'contact.name',
  'contact.phone_number',
  'user.first_name',
  'user.name',
  'firm.name',
] as const

/** What a template can ask for, to put into the words with a click; `own`: variables of its own that are in it. */
export function VariableChips({ own, onInsert }: { own: readonly string[]; onInsert: (name: string) => void }) {
  return (
    <fieldset aria-label="Put in" className="flex min-w-0 flex-wrap gap-1.5">
      {[...offered, ...own].map((name) => (
        <button
          key={name}
          type="button"
          onClick={() => onInsert(name)}
          className="inline-flex h-6 max-w-full items-center gap-1 rounded-full border bg-surface px-2 text-xs text-ink-soft hover:bg-hover hover:text-ink"
        >
          <Plus aria-hidden className="size-3 shrink-0" />
          <span className="truncate">{name}</span>
        </button>
      ))}
    </fieldset>
  )
}
