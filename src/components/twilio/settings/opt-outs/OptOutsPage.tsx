import { Download, FileUp, MessageSquareOff, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchInput } from '@/components/ui/search-input'
import { Skeleton } from '@/components/ui/skeleton'
import { optOutsExportAddress } from '@/hooks/api/opt-outs'
import { itemsOf } from '@/hooks/cache/pages'
import { useForbidden } from '@/hooks/useMe'
import { useOptOuts } from '@/hooks/useOptOuts'
import { ErrorNotice } from '../../ErrorNotice'
import { parsePhoneNumber } from '../../format/parse-phone-number'
import { SettingsHeading } from '../SettingsHeading'
import { ImportOptOuts } from './ImportOptOuts'
import { OptOutEntry } from './OptOutEntry'
import { RecordOptOut } from './RecordOptOut'
import { WaitingRefusals } from './WaitingRefusals'

/** The ledger of who may be texted, and the texts that wait to be judged. */
export function OptOutsPage() {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<'record' | 'import' | null>(null)
  const reason = useForbidden()('opt_outs.write')
  const phoneNumber = typed.trim() === '' ? null : parsePhoneNumber(typed)
  const isPart = typed.trim() !== '' && phoneNumber === null
  return (
    <>
      <SettingsHeading
        title="Opt-outs"
        lead="Who wants no texts gets none, from anybody. The newest entry of a number counts."
      >
        <div className="flex flex-wrap gap-2">
          <Button disabledReason={reason} onClick={() => setOpen('import')}>
            <FileUp aria-hidden /> Import
          </Button>
          <Button variant="primary" disabledReason={reason} onClick={() => setOpen('record')}>
            <Plus aria-hidden /> Write down
          </Button>
        </div>
      </SettingsHeading>
      <div className="grid gap-4">
        <WaitingRefusals />
        <div className="flex flex-wrap items-center gap-2">
          <SearchInput
            aria-label="Find a number"
            placeholder="A whole number"
            className="min-w-48 flex-1 sm:max-w-80"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {isPart && <p className="text-sm text-ink-faint">Write the whole number.</p>}
          <Button asChild className="ml-auto">
            <a href={optOutsExportAddress(phoneNumber)} download>
              <Download aria-hidden /> {phoneNumber === null ? 'Export all' : 'Export this number'}
            </a>
          </Button>
        </div>
        <Ledger phoneNumber={phoneNumber} />
      </div>
      {open === 'record' && <RecordOptOut phoneNumber={phoneNumber ?? ''} onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportOptOuts onClose={() => setOpen(null)} />}
    </>
  )
}

function Ledger({ phoneNumber }: { phoneNumber: string | null }) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useOptOuts(phoneNumber)
  const items = itemsOf(data)
  if (error && !data) {
    return <ErrorNotice error={error} what="The ledger could not be read." onRetry={() => void refetch()} />
  }
  if (isPending) return <Skeleton className="h-48 rounded-lg" />
  if (items.length === 0) {
    return phoneNumber === null ? (
      <EmptyState icon={MessageSquareOff} title="Nobody has opted out">
        <p>Who texts STOP stands here, with their words. What you learn otherwise you write down yourself.</p>
      </EmptyState>
    ) : (
      <EmptyState icon={SearchX} title="This number has no entry." />
    )
  }
  return (
    <Card title="Ledger">
      <ul aria-label="Ledger" className="divide-y">
        {items.map((entry) => (
          <li key={entry.id} className="px-4 py-2.5">
            <OptOutEntry entry={entry} withNumber />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="m-3 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </Card>
  )
}
