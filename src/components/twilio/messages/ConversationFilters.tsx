import { getRouteApi } from '@tanstack/react-router'
import { SearchInput } from '@/components/ui/search-input'
import { SegmentedControl } from '@/components/ui/segmented-control'

const route = getRouteApi('/signed-in/messages')

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
] as const

export function ConversationFilters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="flex items-center gap-2 border-b px-3 py-2.5">
      <SearchInput
        aria-label="Find a name or number"
        placeholder="Name or number"
        className="flex-1"
        value={search.q ?? ''}
        onChange={(event) =>
          void navigate({ to: '.', search: { ...search, q: event.target.value || undefined }, replace: true })
        }
      />
      <SegmentedControl
        label="Which conversations"
        value={search.unread ? 'unread' : 'all'}
        options={kinds}
        onChange={(value) =>
          void navigate({ to: '.', search: { ...search, unread: value === 'unread' || undefined }, replace: true })
        }
      />
    </div>
  )
}
