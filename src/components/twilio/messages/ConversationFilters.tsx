import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ListFilter, X } from 'lucide-react'
import { CountBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { DropdownMenu, MenuChoice, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu'
import { SearchInput } from '@/components/ui/search-input'
import { useConversationCounts } from '@/hooks/useConversations'
import { useNumbers } from '@/hooks/useNumbers'
import { formatPhoneNumber } from '../format/format-phone-number'
import { inboxViews, type InboxSearch, type InboxView } from './inbox-filter'

const route = getRouteApi('/signed-in/messages')

const viewWords: Record<InboxView, string> = {
  open: 'Team',
  mine: 'Mine',
  unassigned: 'Unassigned',
  mentions: 'Mentions',
}

const statusWords = { open: 'Open', snoozed: 'Snoozed', done: 'Done', all: 'All' } as const

/** Which conversations the list shows: found by a word, whose they are, and how they stand. */
export function ConversationFilters() {
  const search = route.useSearch()
  // Relative to where one is: what is open stays open.
  const navigate = useNavigate()
  const { data: counts } = useConversationCounts()
  const change = (part: InboxSearch) => void navigate({ to: '.', search: { ...search, ...part }, replace: true })
  const view = search.view ?? 'open'
  const countOf = { open: 0, mine: counts?.mine, unassigned: counts?.unassigned, mentions: counts?.mentions }
  return (
    <div className="border-b">
      <div className="flex items-center gap-1.5 px-3 pt-2.5 pb-1.5">
        <SearchInput
          aria-label="Find a name, a number or words"
          placeholder="Names, numbers, words"
          className="flex-1"
          value={search.q ?? ''}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
        <FilterMenu search={search} change={change} />
      </div>
      <nav aria-label="Whose conversations" className="flex gap-0.5 overflow-x-auto px-2 pb-1.5">
        {inboxViews.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            onClick={() => change({ view: name === 'open' ? undefined : name, q: undefined })}
            className={cn(
              'flex h-7 shrink-0 items-center gap-1 rounded-md px-2 text-sm font-medium',
              view === name ? 'bg-selected text-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
            )}
          >
            {viewWords[name]}
            <CountBadge
              count={countOf[name] ?? 0}
              label={name === 'mentions' ? 'unread' : 'open'}
              tone={name === 'mentions' ? 'accent' : 'neutral'}
            />
          </button>
        ))}
      </nav>
      <ActiveFilters search={search} change={change} />
    </div>
  )
}

type FilterProps = { search: InboxSearch; change: (part: InboxSearch) => void }

function FilterMenu({ search, change }: FilterProps) {
  const { data: numbers } = useNumbers()
  const status = search.standing ?? (search.unread ? 'all' : 'open')
  const ours = numbers?.items ?? []
  return (
    <DropdownMenu
      trigger={
        <Button variant="quiet" size="icon" label="Filter">
          <ListFilter aria-hidden />
        </Button>
      }
    >
      <MenuLabel>Status</MenuLabel>
      {(['open', 'snoozed', 'done', 'all'] as const).map((value) => (
        <MenuChoice
          key={value}
          chosen={status === value}
          onSelect={() => change({ standing: value === 'open' && !search.unread ? undefined : value })}
        >
          {statusWords[value]}
        </MenuChoice>
      ))}
      <MenuSeparator />
      <MenuChoice chosen={search.unread === true} onSelect={() => change({ unread: search.unread ? undefined : true })}>
        Unread only
      </MenuChoice>
      {ours.length > 1 && (
        <>
          <MenuSeparator />
          <MenuLabel>To our number</MenuLabel>
          <MenuChoice chosen={!search.number} onSelect={() => change({ number: undefined })}>
            Any
          </MenuChoice>
          {ours.map(({ phoneNumber, friendlyName }) => (
            <MenuChoice
              key={phoneNumber}
              chosen={search.number === phoneNumber}
              onSelect={() => change({ number: phoneNumber })}
            >
              <span className="tabular">{formatPhoneNumber(phoneNumber)}</span>
              {friendlyName !== phoneNumber && <span className="truncate text-ink-faint">{friendlyName}</span>}
            </MenuChoice>
          ))}
        </>
      )}
    </DropdownMenu>
  )
}

/** What narrows the list beyond the usual, each with a way out. */
function ActiveFilters({ search, change }: FilterProps) {
  const active: [string, InboxSearch][] = []
  if (search.standing && search.standing !== 'open') {
    active.push([statusWords[search.standing], { standing: undefined }])
  }
  if (search.unread) active.push(['Unread', { unread: undefined }])
  if (search.number) active.push([formatPhoneNumber(search.number), { number: undefined }])
  if (active.length === 0) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-1.5 px-3 pb-2">
      {active.map(([label, without]) => (
        <li key={label}>
          <button
            type="button"
            onClick={() => change(without)}
            className="flex h-6 items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-xs font-medium text-accent-ink hover:bg-selected"
          >
            {label}
            <X aria-hidden className="size-3.5" />
            <span className="sr-only">Remove the filter</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
