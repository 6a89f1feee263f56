import { getRouteApi } from '@tanstack/react-router'
import { Contact as ContactIcon, SearchX, UserRoundPlus } from 'lucide-react'
import { useDeferredValue } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchInput } from '@/components/ui/search-input'
import { VirtualList } from '@/components/ui/virtual-list'
import { itemsOf } from '@/hooks/cache/pages'
import { useContacts } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { useDashboardActions } from '../shell/dashboard-actions'
import { PageHeader } from '../shell/PageHeader'
import { ContactRow, contactRowHeight } from './ContactRow'

const route = getRouteApi('/signed-in/contacts')

export function ContactsPage() {
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const { editContact } = useDashboardActions()
  const forbidden = useForbidden()
  return (
    <>
      <PageHeader title="Contacts">
        <Button
          variant="primary"
          disabledReason={forbidden('contacts.write')}
          onClick={() => editContact({ phoneNumber: '' })}
        >
          <UserRoundPlus aria-hidden /> Add contact
        </Button>
      </PageHeader>
      <div className="@container flex min-h-0 flex-1 flex-col bg-surface">
        <div className="border-b px-4 py-2.5">
          <SearchInput
            aria-label="Find a name or number"
            placeholder="Name or number"
            className="max-w-96"
            value={q ?? ''}
            onChange={(event) => void navigate({ search: { q: event.target.value || undefined }, replace: true })}
          />
        </div>
        <ContactList />
      </div>
    </>
  )
}

function ContactList() {
  const term = useDeferredValue(route.useSearch().q?.trim())
  const contacts = useContacts(term ? { q: term } : {})
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = contacts
  const items = itemsOf(data)
  if (error && !data) {
    return (
      <ErrorNotice
        error={error}
        what="The contacts could not be read."
        onRetry={() => void refetch()}
        className="m-4"
      />
    )
  }
  if (isPending) return <RowSkeletons rowHeight={contactRowHeight} />
  if (items.length === 0 && term) return <EmptyState icon={SearchX} title={`Nobody matches “${term}”.`} />
  if (items.length === 0) {
    return (
      <EmptyState icon={ContactIcon} title="No contacts yet">
        <p>Add the people you call and text: their names then stand everywhere instead of numbers.</p>
      </EmptyState>
    )
  }
  return (
    <VirtualList
      label="Contacts"
      items={items}
      itemKey={(contact) => contact.id}
      rowHeight={contactRowHeight}
      hasMore={hasNextPage}
      onEndReached={() => !isFetchingNextPage && void fetchNextPage()}
    >
      {(contact) => <ContactRow contact={contact} />}
    </VirtualList>
  )
}
