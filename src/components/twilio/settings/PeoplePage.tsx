import { useQuery } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { RowSkeletons } from '../RowSkeletons'
import { HeaderCell, Table } from '@/components/ui/table'
import { listPeople } from '@/hooks/api/people'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import type { InvitedPerson } from '@/shared/schemas/person'
import { ErrorNotice } from '../ErrorNotice'
import { InviteDialog } from './InviteDialog'
import { InviteLinkDialog } from './InviteLinkDialog'
import { PersonRow } from './PersonRow'
import { SettingsHeading } from './SettingsHeading'

/** Who may sign in, and what they may do. */
export function PeoplePage() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.people,
    queryFn: ({ signal }) => listPeople(signal),
  })
  const forbidden = useForbidden()
  const [inviting, setInviting] = useState(false)
  const [invited, setInvited] = useState<InvitedPerson | null>(null)
  return (
    <>
      <SettingsHeading title="People" lead="Who may sign in. You hand them the link yourself: nothing is e-mailed.">
        <Button variant="primary" disabledReason={forbidden('people.write')} onClick={() => setInviting(true)}>
          <UserRoundPlus aria-hidden /> Invite
        </Button>
      </SettingsHeading>
      {error && !data && (
        <ErrorNotice error={error} what="The people could not be read." onRetry={() => void refetch()} />
      )}
      {isPending && <RowSkeletons rowHeight={48} rows={3} />}
      {data && (
        <Table aria-label="People">
          <thead>
            <tr>
              <HeaderCell>Name</HeaderCell>
              <HeaderCell>Role</HeaderCell>
              <HeaderCell>State</HeaderCell>
              <HeaderCell>
                <span className="sr-only">Actions</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {data.items.map((person) => (
              <PersonRow key={person.id} person={person} onLink={setInvited} />
            ))}
          </tbody>
        </Table>
      )}
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(result) => {
            setInviting(false)
            setInvited(result)
          }}
        />
      )}
      {invited && <InviteLinkDialog invited={invited} onClose={() => setInvited(null)} />}
    </>
  )
}
