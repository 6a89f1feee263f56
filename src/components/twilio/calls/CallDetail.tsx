import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { useCall } from '@/hooks/useCalls'
import type { Call } from '@/shared/schemas/call'
import { CallDuration } from '../CallDuration'
import { ErrorNotice } from '../ErrorNotice'
import { formatExactTime } from '../format/format-time'
import { PhoneNumber } from '../PhoneNumber'
import { CallRecordings } from '../recordings/CallRecordings'
import { RecordingMark } from '../recordings/RecordingMark'
import { useSubject } from '../shell/dashboard-actions'
import { Status } from '../Status'
import { answeredByWords } from './answered-by-words'
import { CallActions } from './CallActions'
import { CallNotes } from './CallNotes'
import { CallTimeline } from './CallTimeline'
import { DirectionIcon } from './DirectionIcon'
import { otherParty, ourSide } from './other-party'

const CallRetries = lazy(() => import('../retries/CallRetries').then((module) => ({ default: module.CallRetries })))

const route = getRouteApi('/signed-in/calls/$callSid')

/** Everything about one call. */
export function CallDetail() {
  const { callSid } = route.useParams()
  const { data: call, error, refetch } = useCall(callSid)
  useSubject(call ? otherParty(call) : null)
  return (
    <article aria-label="Call" className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-canvas">
      <div className="px-2 pt-2 md:hidden">
        <Button asChild variant="quiet">
          <Link to="/calls" search={(search) => search}>
            <ArrowLeft aria-hidden /> Calls
          </Link>
        </Button>
      </div>
      <div className="w-full max-w-2xl p-4 md:p-6">
        {error && !call && (
          <ErrorNotice error={error} what="This call could not be read." onRetry={() => void refetch()} />
        )}
        {!error && !call && <DetailSkeleton />}
        {call && <Detail call={call} />}
      </div>
    </article>
  )
}

function Detail({ call }: { call: Call }) {
  return (
    <>
      <header className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-xl font-semibold tracking-tight">
            {call.contactName ?? <PhoneNumber value={otherParty(call)} />}
          </h2>
          <p className="mt-0.5 flex items-center gap-1.5 text-ink-soft">
            <DirectionIcon call={call} />
            {call.contactName ? <PhoneNumber value={otherParty(call)} /> : 'Not in contacts'}
          </p>
          <RecordingMark call={call} />
        </div>
        <span className="flex items-center gap-2 pt-1">
          <CallDuration call={call} className="text-lg font-medium tabular" />
          <Status call={call.status} missed={call.missed} />
        </span>
      </header>
      <CallActions call={call} />
      {call.direction === 'outbound' && call.parentCallSid === null && (
        <Suspense>
          <CallRetries call={call} />
        </Suspense>
      )}
      {call.errorMessage && (
        <p className="mt-4 rounded-lg bg-negative-soft p-3 text-ink">
          {call.errorMessage}
          {call.errorCode !== null && <span className="ml-1 text-ink-soft tabular">(Twilio {call.errorCode})</span>}
        </p>
      )}
      <dl className="mt-6 grid grid-cols-[7rem_1fr] gap-y-2 rounded-lg border bg-surface p-4">
        <Fact name="Our number">
          <PhoneNumber value={ourSide(call)} />
        </Fact>
        <Fact name="Started">{formatExactTime(new Date(call.startedAt))}</Fact>
        {call.answeredAt && <Fact name="Answered">{formatExactTime(new Date(call.answeredAt))}</Fact>}
        {call.endedAt && <Fact name="Ended">{formatExactTime(new Date(call.endedAt))}</Fact>}
        {call.answeredBy && <Fact name="Answered by">{answeredByWords(call.answeredBy)}</Fact>}
        {call.handledBy && <Fact name="Handled by">{call.handledBy.name}</Fact>}
        <Fact name="Call SID">
          <span className="font-mono text-xs break-all">{call.callSid}</span>
        </Fact>
      </dl>
      {call.callSid && <CallNotes key={call.id} call={call} callSid={call.callSid} />}
      {call.callSid && <CallRecordings callSid={call.callSid} />}
      {call.callSid && <CallTimeline callSid={call.callSid} />}
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="tabular">{children}</dd>
    </>
  )
}

function DetailSkeleton() {
  return (
    <div className="grid gap-3" aria-busy>
      <Skeleton className="h-7 w-1/2" />
      <Skeleton className="w-1/3" />
      <Skeleton className="mt-4 h-44" />
    </div>
  )
}
