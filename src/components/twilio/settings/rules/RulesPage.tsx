import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '@/components/ui/skeleton'
import { getPermissionRules } from '@/hooks/api/permission'
import { queryKeys } from '@/hooks/query-keys'
import { ErrorNotice } from '../../ErrorNotice'
import { SettingsHeading } from '../SettingsHeading'
import { NumberRecord } from './NumberRecord'
import { RulesForm } from './RulesForm'

/** When texts and calls may go out, and what was decided about a number. */
export function RulesPage() {
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.permissionRules,
    queryFn: ({ signal }) => getPermissionRules(signal),
  })
  return (
    <>
      <SettingsHeading
        title="Sending rules"
        lead="Every text and call is held against these at the moment it goes out. A tool, not legal advice: ask your lawyer what applies to you."
      />
      {error && !data && (
        <ErrorNotice error={error} what="The rules could not be read." onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton className="h-96 rounded-lg" />}
      {data && <RulesForm key={data.version} version={data.version} saved={data.rules} />}
      <NumberRecord />
    </>
  )
}
