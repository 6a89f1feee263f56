import { Link } from '@tanstack/react-router'
import { Plus, Upload, Workflow } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { itemsOf } from '@/hooks/cache/pages'
import { useFlows } from '@/hooks/useFlows'
import { useForbidden } from '@/hooks/useMe'
import { useNumbers } from '@/hooks/useNumbers'
import type { Flow } from '@/shared/schemas/flow'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { RowSkeletons } from '../RowSkeletons'
import { PageHeader } from '../shell/PageHeader'
import { Time } from '../Time'
import { NewFlowDialog } from './NewFlowDialog'

/** The phone menus and text flows, what of each is live, and which numbers they answer. */
export function FlowsPage() {
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useFlows()
  const [making, setMaking] = useState<'blank' | 'import' | null>(null)
  const reason = useForbidden()('flows.write')
  const flows = itemsOf(data)
  return (
    <>
      <PageHeader title="Flows">
        <Button disabledReason={reason} onClick={() => setMaking('import')}>
          <Upload aria-hidden /> Import
        </Button>
        <Button variant="primary" disabledReason={reason} onClick={() => setMaking('blank')}>
          <Plus aria-hidden /> New flow
        </Button>
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-surface">
        {error && !data && (
          <ErrorNotice
            error={error}
            what="The flows could not be read."
            onRetry={() => void refetch()}
            className="m-4"
          />
        )}
        {isPending && <RowSkeletons rowHeight={64} rows={4} />}
        {data && flows.length === 0 && (
          <EmptyState icon={Workflow} title="No flows yet">
            <p>
              A flow answers calls or texts: it greets, asks, connects, takes a message. Make one, or import one from
              Twilio Studio.
            </p>
          </EmptyState>
        )}
        {flows.length > 0 && (
          <ul aria-label="Flows" className="divide-y border-b" data-key-list>
            {flows.map((flow) => (
              <FlowRow key={flow.id} flow={flow} />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <Button className="m-4 self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        )}
      </div>
      {making && <NewFlowDialog importing={making === 'import'} onClose={() => setMaking(null)} />}
    </>
  )
}

function FlowRow({ flow }: { flow: Flow }) {
  const numbers = useNumbers().data?.items ?? []
  const answered = numbers.filter(({ answer }) => answer.flowId === flow.id || answer.textFlowId === flow.id)
  return (
    <li>
      <Link
        to="/flows/$flowId"
        params={{ flowId: flow.id }}
        className="flex items-center gap-3 px-4 py-3 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{flow.name}</span>
          <span className="block truncate text-sm text-ink-soft">
            {answered.length > 0
              ? `Answers ${answered.map(({ phoneNumber }) => formatPhoneNumber(phoneNumber)).join(', ')}`
              : 'Answers no number'}
          </span>
        </span>
        {flow.publishedVersion === null ? (
          <Badge>Draft</Badge>
        ) : (
          <Badge tone="positive">Version {flow.publishedVersion}</Badge>
        )}
        <span className="text-xs text-ink-faint max-sm:hidden">
          {flow.draftSavedBy}, <Time at={flow.draftSavedAt} />
        </span>
      </Link>
    </li>
  )
}
