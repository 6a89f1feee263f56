import { Skeleton } from '@/components/ui/skeleton'
import { useRecordingRules } from '@/hooks/useRecordingRules'
import { ErrorNotice } from '../../ErrorNotice'
import { SettingsHeading } from '../SettingsHeading'
import { RecordingRulesForm } from './RecordingRulesForm'

/** Which calls are recorded, and what the other party hears about it. */
export function RecordingPage() {
  const { data, error, refetch } = useRecordingRules()
  return (
    <>
      <SettingsHeading
        title="Recording"
        lead="The first rule that fits a call decides. A tool, not legal advice: ask your lawyer who must be told where your candidates are."
      />
      {error && !data && (
        <ErrorNotice error={error} what="The rules could not be read." onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton className="h-64 rounded-lg" />}
      {data && <RecordingRulesForm key={data.version} version={data.version} saved={data.rules} />}
    </>
  )
}
