import { Link } from '@tanstack/react-router'
import { CalendarClock, Check, Hand, Phone, Undo2, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { useUpdateCallBack } from '@/hooks/useCallBacks'
import { useForbidden, useMe } from '@/hooks/useMe'
import type { CallBack, UpdateCallBackInput } from '@/shared/schemas/call-back'
import { PhoneNumber } from '../PhoneNumber'
import { useDashboardActions } from '../shell/dashboard-actions'
import { Time } from '../Time'
import { toastError } from '../toast-error'
import { CallBackTime } from './CallBackTime'

const CallBackForm = lazy(() => import('./CallBackForm').then((module) => ({ default: module.CallBackForm })))

/** One person who wants to be called back: what they want, who will call, and what can be done. */
export function CallBackRow({ callBack }: { callBack: CallBack }) {
  const { contactName: name, theirNumber, claimedBy, wish, callSid } = callBack
  const isMine = useMe().data?.id === claimedBy?.id
  const who = name ?? <PhoneNumber value={theirNumber} />
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3 lg:flex-nowrap">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {callSid ? (
            <Link to="/calls/$callSid" params={{ callSid }} className="font-medium hover:underline">
              {who}
            </Link>
          ) : (
            <span className="font-medium">{who}</span>
          )}
          {name && <PhoneNumber value={theirNumber} className="text-ink-faint tabular" />}
          <State callBack={callBack} isMine={isMine} />
        </p>
        {wish && <p className="mt-0.5 line-clamp-2 break-words text-ink-soft">{wish}</p>}
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-ink-faint">
          {callBack.dueAt && callBack.status === 'open' && (
            <CallBackTime dueAt={callBack.dueAt} className="text-ink-soft" />
          )}
          <span>
            {callBack.createdBy ? `Written down by ${callBack.createdBy.name}` : 'Asked'}{' '}
            <Time at={callBack.createdAt} className="tabular" /> over <PhoneNumber value={callBack.ourNumber} />
          </span>
        </p>
      </div>
      {callBack.status === 'open' ? <Actions callBack={callBack} isMine={isMine} /> : <Reopen callBack={callBack} />}
    </li>
  )
}

function State({ callBack: { status, claimedBy, reachedCallSid }, isMine }: { callBack: CallBack; isMine: boolean }) {
  if (status === 'canceled') return <Badge>Not needed</Badge>
  if (status === 'done') {
    if (reachedCallSid === null) return <Badge tone="positive">Done</Badge>
    return (
      <Link to="/calls/$callSid" params={{ callSid: reachedCallSid }}>
        <Badge tone="positive">Reached</Badge>
      </Link>
    )
  }
  if (claimedBy === null) return <Badge tone="caution">Nobody yet</Badge>
  return <Badge tone="info">{isMine ? 'You will call' : `${claimedBy.name} will call`}</Badge>
}

function useChange(id: string) {
  const update = useUpdateCallBack()
  const change = (part: UpdateCallBackInput) =>
    update.mutate({ id, change: part }, { onError: (error) => toastError('It was not changed.', error) })
  return { change, busy: update.isPending }
}

function Actions({ callBack, isMine }: { callBack: CallBack; isMine: boolean }) {
  const { dial } = useDashboardActions()
  const [editing, setEditing] = useState(false)
  const { change, busy } = useChange(callBack.id)
  const reason = useForbidden()('calls.place')
  const taken = callBack.claimedBy && !isMine ? `${callBack.claimedBy.name} will call them already.` : undefined
  return (
    <div className="flex flex-wrap gap-1.5 max-lg:w-full">
      <Button size="small" variant="primary" disabledReason={reason} onClick={() => dial(callBack.theirNumber)}>
        <Phone aria-hidden /> Call them
      </Button>
      <Button size="small" busy={busy} disabledReason={reason ?? taken} onClick={() => change({ claimed: !isMine })}>
        <Hand aria-hidden /> {isMine ? 'Give back' : 'I will call'}
      </Button>
      <Button size="small" disabledReason={reason} onClick={() => setEditing(true)}>
        <CalendarClock aria-hidden /> Change
      </Button>
      <Button size="small" busy={busy} disabledReason={reason} onClick={() => change({ status: 'done' })}>
        <Check aria-hidden /> Done
      </Button>
      <Button
        size="icon-small"
        variant="quiet"
        label="No call is needed"
        busy={busy}
        disabledReason={reason}
        onClick={() => change({ status: 'canceled' })}
      >
        <X aria-hidden />
      </Button>
      <Suspense>{editing && <CallBackForm callBack={callBack} onClose={() => setEditing(false)} />}</Suspense>
    </div>
  )
}

function Reopen({ callBack }: { callBack: CallBack }) {
  const { change, busy } = useChange(callBack.id)
  const reason = useForbidden()('calls.place')
  return (
    <Button size="small" variant="quiet" busy={busy} disabledReason={reason} onClick={() => change({ status: 'open' })}>
      <Undo2 aria-hidden /> Open again
    </Button>
  )
}
