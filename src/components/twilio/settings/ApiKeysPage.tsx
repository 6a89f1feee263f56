import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { HeaderCell, Table } from '@/components/ui/table'
import { listApiKeys } from '@/hooks/api/api-keys'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { ApiKeyDialog } from './ApiKeyDialog'
import { ApiKeyRow } from './ApiKeyRow'
import { SettingsHeading } from './SettingsHeading'

/** Keys for programs that use the API. */
export function ApiKeysPage() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.apiKeys,
    queryFn: ({ signal }) => listApiKeys(signal),
  })
  const forbidden = useForbidden()
  const [creating, setCreating] = useState(false)
  return (
    <>
      <SettingsHeading title="API keys" lead="For programs. A key may do what its role may.">
        <Button variant="primary" disabledReason={forbidden('api_keys.write')} onClick={() => setCreating(true)}>
          <Plus aria-hidden /> New key
        </Button>
      </SettingsHeading>
      {error && !data && (
        <ErrorNotice error={error} what="The keys could not be read." onRetry={() => void refetch()} />
      )}
      {isPending && <RowSkeletons rowHeight={48} rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState icon={KeyRound} title="No keys yet">
          <p>Make one for each program, so that one can be revoked without the others.</p>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Table aria-label="API keys">
          <thead>
            <tr>
              <HeaderCell>Name</HeaderCell>
              <HeaderCell>Role</HeaderCell>
              <HeaderCell>Last used</HeaderCell>
              <HeaderCell>
                <span className="sr-only">Actions</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {data.items.map((apiKey) => (
              <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
            ))}
          </tbody>
        </Table>
      )}
      {creating && <ApiKeyDialog onClose={() => setCreating(false)} />}
    </>
  )
}
