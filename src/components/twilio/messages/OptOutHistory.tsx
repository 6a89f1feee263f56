import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { optOutsExportAddress } from '@/hooks/api/opt-outs'
import { itemsOf } from '@/hooks/cache/pages'
import { useOptOuts } from '@/hooks/useOptOuts'
import { OptOutEntry } from '../settings/opt-outs/OptOutEntry'

/** What the ledger says of one person, and the way to take it along. */
export function OptOutHistory({ phoneNumber }: { phoneNumber: string }) {
  const entries = itemsOf(useOptOuts(phoneNumber).data)
  if (entries.length === 0) return null
  return (
    <section aria-label="Opt-outs">
      <div className="flex items-center justify-between gap-2">
        <h4 className="text-sm font-semibold">Opt-outs</h4>
        <Button asChild size="small" variant="quiet">
          <a href={optOutsExportAddress(phoneNumber)} download>
            <Download aria-hidden /> Export
          </a>
        </Button>
      </div>
      <ul className="mt-1 grid gap-2 text-sm">
        {entries.slice(0, 5).map((entry) => (
          <li key={entry.id}>
            <OptOutEntry entry={entry} withNumber={false} />
          </li>
        ))}
      </ul>
    </section>
  )
}
