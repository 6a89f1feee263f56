import { Skeleton } from '@/components/ui/skeleton'
import { useCallSettings } from '@/hooks/useCallSettings'
import { ErrorNotice } from '../../ErrorNotice'
import { SettingsHeading } from '../SettingsHeading'
import { CallSettingsForm } from './CallSettingsForm'

/** When calls that reached nobody are tried again, and what a call can come to. */
export function CallSettingsPage() {
  const { data, error, refetch } = useCallSettings()
  return (
    <>
      <SettingsHeading
        title="Calls"
        lead="What happens after a call: when one that reached nobody is tried again, and the words for what it came to."
      />
      {error && !data && (
        <ErrorNotice error={error} what="The settings could not be read." onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton className="h-64 rounded-lg" />}
      {data && <CallSettingsForm key={data.version} version={data.version} saved={data.settings} />}
    </>
  )
}
