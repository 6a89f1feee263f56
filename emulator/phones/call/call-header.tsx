import type { CallDetail } from '../api/schemas.ts'
import { useContactName } from '../desk/use-contact-name.ts'
import { CallDuration } from './call-duration.tsx'
import { deriveCallWord, deriveOtherParty, isOver } from './derive-call-state.ts'

export const CallHeader = ({ call, pressed = '' }: { call: CallDetail; pressed?: string }) => {
  const nameOf = useContactName()
  return (
    <div className="flex items-baseline justify-between gap-2">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <p className="truncate text-lg font-semibold">{nameOf(deriveOtherParty(call))}</p>
        <output className={`block ${isOver(call) ? 'text-muted' : 'text-good-ink'}`}>{deriveCallWord(call)}</output>
        <CallDuration call={call} />
      </div>
      {pressed === '' ? null : (
        <p className="truncate text-lg tracking-widest text-muted">
          <span className="sr-only">Keys pressed: </span>
          {pressed}
        </p>
      )}
    </div>
  )
}
