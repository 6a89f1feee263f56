import { PageHeader } from '../shell/PageHeader'
import { ActiveCallsCard } from './ActiveCallsCard'
import { Counts } from './Counts'
import { RecentActivityCard } from './RecentActivityCard'
import { UnreadCard } from './UnreadCard'

/** What happens right now, and what happened last. */
export function OverviewPage() {
  return (
    <>
      <PageHeader title="Overview" />
      <div className="min-h-0 flex-1 overflow-y-auto p-4 md:p-6">
        <div className="mx-auto grid max-w-6xl gap-4">
          <Counts />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <div className="grid gap-4">
              <ActiveCallsCard />
              <UnreadCard />
            </div>
            <RecentActivityCard />
          </div>
        </div>
      </div>
    </>
  )
}
