import { Link } from '@tanstack/react-router'
import { NotebookPen, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { itemsOf } from '@/hooks/cache/pages'
import { useCallControls } from '@/hooks/useCallControls'
import { useCall, useCalls } from '@/hooks/useCalls'
import { useCallSettings } from '@/hooks/useCallSettings'
import { useMe } from '@/hooks/useMe'
import { isTerminalCallStatus } from '@/shared/calls/call-status-rank'
import { formatPhoneNumber } from '../format/format-phone-number'
import { toastError } from '../toast-error'
import { otherParty } from './other-party'

/** When a call of one's own has ended: what came of it, in one choice. Gone with the choice, or when it is put away. */
export function AfterCall() {
  const me = useMe().data?.id
  const { data } = useCalls({ active: true })
  const running = useRef<string[]>([])
  const [ended, setEnded] = useState<string | null>(null)
  const mine = itemsOf(data).flatMap(({ callSid, handledBy }) => (callSid && handledBy?.id === me ? callSid : []))
  const now = mine.join(' ')
  useEffect(() => {
    const active = now === '' ? [] : now.split(' ')
    const over = running.current.find((callSid) => !active.includes(callSid))
    running.current = active
    if (over !== undefined) setEnded(over)
  }, [now])
  return ended === null ? null : <Ended key={ended} callSid={ended} onClose={() => setEnded(null)} />
}

function Ended({ callSid, onClose }: { callSid: string; onClose: () => void }) {
  const { data: call } = useCall(callSid)
  const dispositions = useCallSettings().data?.settings.dispositions ?? []
  const { change } = useCallControls()
  // Whom it was handed over to talks on.
  if (!call || !isTerminalCallStatus(call.status) || call.answeredAt === null || call.disposition !== null) return null
  const say = (disposition: string) =>
    change.mutate(
      { callSid, change: { disposition } },
      {
        onSuccess: () => {
          showToast('Written down.')
          onClose()
        },
        onError: (error) => toastError('It was not written down.', error),
      },
    )
  const who = call.contactName ?? formatPhoneNumber(otherParty(call))
  return (
    <section aria-label="After the call" className="shrink-0 animate-appear border-t bg-surface">
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
        <NotebookPen aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <Link to="/calls/$callSid" params={{ callSid }} className="min-w-0 truncate font-medium hover:underline">
          {who}
        </Link>
        <span className="ml-auto flex shrink-0 items-center gap-1.5">
          <Select
            aria-label={`What came of the call with ${who}`}
            value=""
            disabled={change.isPending}
            onChange={({ target }) => say(target.value)}
          >
            <option value="">What came of it?</option>
            {dispositions.map((label) => (
              <option key={label}>{label}</option>
            ))}
          </Select>
          <Button variant="quiet" size="icon" label="Not now" onClick={onClose}>
            <X aria-hidden />
          </Button>
        </span>
      </div>
    </section>
  )
}
