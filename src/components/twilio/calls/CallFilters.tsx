import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Select } from '@/components/ui/input'
import { SearchInput } from '@/components/ui/search-input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { callStatusRank } from '@/shared/calls/call-status-rank'
import { parsePhoneNumber } from '../format/parse-phone-number'
import { callStatusLook } from '../status'
import { statusOf } from './status-of'

const route = getRouteApi('/signed-in/calls')

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'inbound', label: 'Incoming' },
  { value: 'outbound', label: 'Outgoing' },
  { value: 'missed', label: 'Missed' },
] as const

function searchOf(kind: (typeof kinds)[number]['value']) {
  return {
    direction: kind === 'inbound' || kind === 'outbound' ? kind : undefined,
    missed: kind === 'missed' ? (true as const) : undefined,
  }
}

/** What the list of calls shows; kept in the address, so it can be shared and survives a reload. */
export function CallFilters() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.phoneNumber ?? '')
  const phoneNumber = parsePhoneNumber(typed)
  const find = (text: string) => {
    setTyped(text)
    const found = parsePhoneNumber(text)
    if (found || text === '') void navigate({ search: { ...search, phoneNumber: found ?? undefined }, replace: true })
  }
  return (
    <div className="flex flex-wrap items-center gap-2 border-b bg-surface px-4 py-2.5">
      <SegmentedControl
        label="Which calls"
        value={search.missed ? 'missed' : (search.direction ?? 'all')}
        options={kinds}
        onChange={(value) => void navigate({ search: { ...search, ...searchOf(value) }, replace: true })}
      />
      <Select
        aria-label="Status"
        className="w-34"
        value={search.status ?? ''}
        onChange={(event) =>
          void navigate({ search: { ...search, status: statusOf(event.target.value) }, replace: true })
        }
      >
        <option value="">Any status</option>
        {Object.keys(callStatusRank).map((key) => {
          const status = statusOf(key)
          return status ? (
            <option key={status} value={status}>
              {callStatusLook[status].word}
            </option>
          ) : null
        })}
      </Select>
      <SearchInput
        aria-label="Find by number"
        placeholder="Find by number"
        className="max-w-72 min-w-40 flex-1"
        value={typed}
        aria-invalid={(typed !== '' && !phoneNumber) || undefined}
        onChange={(event) => find(event.target.value)}
      />
    </div>
  )
}
