import { getRouteApi, Link } from '@tanstack/react-router'
import { Contact as ContactIcon, FileUp, MessageSquareOff, SearchX, UserRoundPlus } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/input'
import { SearchInput } from '@/components/ui/search-input'
import { VirtualList } from '@/components/ui/virtual-list'
import { itemsOf } from '@/hooks/cache/pages'
import { useContacts, useContactTags } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { RowSkeletons } from '../RowSkeletons'
import { useDashboardActions } from '../shell/dashboard-actions'
import { PageHeader } from '../shell/PageHeader'
import { ContactRow, contactRowHeight } from './ContactRow'

const ImportContacts = lazy(() => import('./ImportContacts').then((module) => ({ default: module.ImportContacts })))

const route = getRouteApi('/signed-in/contacts')

export function ContactsPage() {
  const { q, tag } = route.useSearch()
  const [importing, setImporting] = useState(false)
  const navigate = route.useNavigate()
  const { editContact } = useDashboardActions()
  const forbidden = useForbidden()
  return (
    <>
      <PageHeader title="Contacts">
        <Button asChild variant="quiet">
          <Link to="/settings/opt-outs" aria-label="Opt-outs">
            <MessageSquareOff aria-hidden /> <span className="max-sm:hidden">Opt-outs</span>
          </Link>
        </Button>
        <Button
          aria-label="Import contacts"
          disabledReason={forbidden('contacts.write')}
          onClick={() => setImporting(true)}
        >
          <FileUp aria-hidden /> <span className="max-sm:hidden">Import</span>
        </Button>
        <Button
          variant="primary"
          disabledReason={forbidden('contacts.write')}
          onClick={() => editContact({ phoneNumber: '' })}
        >
          <UserRoundPlus aria-hidden /> Add contact
        </Button>
      </PageHeader>
      <div className="@container flex min-h-0 flex-1 flex-col bg-surface">
        <div className="flex flex-wrap gap-2 border-b px-4 py-2.5">
          <SearchInput
            aria-label="Find a name or number"
            placeholder="Name or number"
            className="w-full max-w-96"
            value={q ?? ''}
            onChange={(event) => void navigate({ search: { tag, q: event.target.value || undefined }, replace: true })}
          />
          <TagFilter />
        </div>
        <ContactList />
      </div>
      <Suspense>{importing && <ImportContacts onClose={() => setImporting(false)} />}</Suspense>
    </>
  )
}

/** Only those with this tag; a tag in the address is offered though nobody has it any more. */
function TagFilter() {
  const { q, tag } = route.useSearch()
  const navigate = route.useNavigate()
  const tags = useContactTags()
  if (tags.length === 0 && tag === undefined) return null
  const isGone = tag !== undefined && !tags.some((known) => known.tag === tag)
  return (
    <Select
      aria-label="Tag"
      className="w-44"
      value={tag ?? ''}
      onChange={(event) => void navigate({ search: { q, tag: event.target.value || undefined }, replace: true })}
    >
      <option value="">All tags</option>
      {isGone && <option value={tag}>{tag}</option>}
      {tags.map((known) => (
        <option key={known.tag} value={known.tag}>
          {known.tag} ({known.contacts})
        </option>
      ))}
    </Select>
  )
}

function ContactList() {
  const { q, tag } = route.useSearch()
  const navigate = route.useNavigate()
  const term = useDeferredValue(q?.trim())
  const contacts = useContacts({ ...(term && { q: term }), ...(tag && { tag }) })
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
  if (items.length === 0 && tag) return <EmptyState icon={SearchX} title={`Nobody here is tagged “${tag}”.`} />
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
      {(contact) => <ContactRow contact={contact} onTag={(next) => void navigate({ search: { q, tag: next } })} />}
    </VirtualList>
  )
}
