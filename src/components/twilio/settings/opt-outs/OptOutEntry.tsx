import { Badge } from '@/components/ui/badge'
import { useActorName } from '@/hooks/useColleagues'
import type { OptOut } from '@/shared/schemas/opt-out'
import { PhoneNumber } from '../../PhoneNumber'
import { Time } from '../../Time'
import { optOutKinds, optOutSources } from './opt-out-words'

/** One entry of the ledger: who, what words, by which way, when, and who wrote it down. */
export function OptOutEntry({ entry, withNumber }: { entry: OptOut; withNumber: boolean }) {
  const actorName = useActorName()
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={optOutKinds[entry.kind].tone}>{optOutKinds[entry.kind].word}</Badge>
        {withNumber && <PhoneNumber value={entry.phoneNumber} className="font-medium tabular" />}
        <Time at={entry.recordedAt} className="ml-auto text-sm text-ink-faint tabular" />
      </p>
      {entry.words && (
        <p className="mt-0.5 break-words text-ink-soft">
          <q>{entry.words}</q>
        </p>
      )}
      <p className="text-sm break-words text-ink-faint">
        {optOutSources[entry.source]}
        {entry.ourNumber && (
          <>
            {' '}
            to <PhoneNumber value={entry.ourNumber} />
          </>
        )}
        {(entry.source === 'manual' || entry.source === 'import') && ` · ${actorName(entry.recordedBy)}`}
      </p>
    </>
  )
}
