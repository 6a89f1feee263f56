import { Skeleton } from '@/components/ui/skeleton'
import { useCallSettings } from '@/hooks/useCallSettings'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../../ErrorNotice'
import { Greetings } from '../../greetings/Greetings'
import { SettingsHeading } from '../SettingsHeading'
import { CallSettingsForm } from './CallSettingsForm'

/** When calls that reached nobody are tried again, and what a call can come to. */
export function CallSettingsPage() {
  const { data, error, refetch } = useCallSettings()
  const forbidden = useForbidden()
  return (
    <>
      <SettingsHeading
        title="Calls"
        lead="What happens after a call: when one that reached nobody is tried again, the words for what it came to, and what is left on a voicemail."
      />
      {error && !data && (
        <ErrorNotice error={error} what="The settings could not be read." onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton className="h-64 rounded-lg" />}
      <div className="grid gap-4">
        {forbidden('calls.control') === undefined && <Greetings />}
        {data && <CallSettingsForm key={data.version} version={data.version} saved={data.settings} />}
      </div>
    </>
  )
}
