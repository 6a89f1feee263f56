import { getRouteApi } from '@tanstack/react-router'
import { Input, Select } from '@/components/ui/input'
import { SearchInput } from '@/components/ui/search-input'
import { RecordingKind } from '@/shared/schemas/recording'

const route = getRouteApi('/signed-in/recordings')

const kinds = [
  { value: 'call', label: 'Calls' },
  { value: 'voicemail', label: 'Voicemails' },
  { value: 'conference', label: 'Conferences' },
] as const

/** What the list of recordings shows; kept in the address, so it can be shared and survives a reload. */
export function RecordingFilters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (part: Partial<typeof search>) => void navigate({ search: { ...search, ...part }, replace: true })
  return (
    <div className="flex flex-wrap items-center gap-2 border-b px-4 py-2.5">
      <SearchInput
        aria-label="Find a name or number"
        placeholder="Name or number"
        className="w-full max-w-72 min-w-40 flex-1"
        value={search.q ?? ''}
        onChange={({ target }) => change({ q: target.value || undefined })}
      />
      <Select
        aria-label="Kind"
        className="w-36"
        value={search.kind ?? ''}
        onChange={({ target }) => change({ kind: RecordingKind.safeParse(target.value).data })}
      >
        <option value="">All kinds</option>
        {kinds.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <span className="flex min-w-0 items-center gap-1.5 text-sm text-ink-faint max-sm:w-full">
        From
        <Input
          type="date"
          aria-label="From this day on"
          className="w-36 min-w-0 max-sm:flex-1"
          max={search.to}
          value={search.from ?? ''}
          onChange={({ target }) => change({ from: target.value || undefined })}
        />
        to
        <Input
          type="date"
          aria-label="Up to this day"
          className="w-36 min-w-0 max-sm:flex-1"
          min={search.from}
          value={search.to ?? ''}
          onChange={({ target }) => change({ to: target.value || undefined })}
        />
      </span>
    </div>
  )
}
