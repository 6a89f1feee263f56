import { Eye, PencilLine } from 'lucide-react'
import type { PresentPerson } from '@/shared/schemas/conversation'
import { presenceWords } from './presence-words'

/** Who else has the conversation open; said aloud when somebody begins to write. */
export function PresenceLine({ people }: { people: readonly PresentPerson[] }) {
  const words = presenceWords(people)
  const isWriting = people.some((person) => person.state === 'writing')
  const Icon = isWriting ? PencilLine : Eye
  return (
    <output className="max-w-full shrink-0 truncate not-empty:mr-2">
      {words && (
        <span className={`inline-flex items-center gap-1 ${isWriting ? 'font-medium text-caution' : 'text-info'}`}>
          <Icon aria-hidden className="size-3.5 shrink-0" />
          {words}
        </span>
      )}
    </output>
  )
}
