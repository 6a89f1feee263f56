import { Grid3x3, Mic, MicOff, Pause, PhoneForwarded, Play } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useCallControls } from '@/hooks/useCallControls'
import { useForbidden } from '@/hooks/useMe'
import { callCan } from '@/shared/can'
import type { Call } from '@/shared/schemas/call'
import { RecordingControls } from '../../recordings/RecordingControls'
import { RecordingMark } from '../../recordings/RecordingMark'
import { toastError } from '../../toast-error'
import { ConsultationBanner } from './ConsultationBanner'
import { DropVoicemail } from './DropVoicemail'
import { KeysDialog } from './KeysDialog'
import { TransferDialog } from './TransferDialog'

/** Hold, mute, keys and transfer of a call in progress; `compact`: icons, and no more than the hands need. */
export function InCallControls({ call, compact = false }: { call: Call; compact?: boolean }) {
  const { change } = useCallControls()
  const reason = useForbidden()('calls.control')
  const [open, setOpen] = useState<'keys' | 'transfer' | null>(null)
  const { callSid } = call
  const possible = callCan.transfer(call.status)
  if (callSid === null || !possible.possible) return null
  const ask = (wanted: { hold: boolean } | { muted: boolean }, what: string) =>
    change.mutate({ callSid, change: wanted }, { onError: (error) => toastError(what, error) })
  const size = compact ? ('icon' as const) : ('medium' as const)
  const holdWords = call.held ? 'Take off hold' : 'Hold'
  const muteWords = call.muted ? 'Unmute' : 'Mute'
  return (
    <>
      {compact && <RecordingMark call={call} compact />}
      {!compact && call.consulting !== null && (
        <ConsultationBanner callSid={callSid} consulting={call.consulting} who={call.contactName} />
      )}
      <Button
        size={size}
        variant={compact ? 'quiet' : 'secondary'}
        aria-pressed={call.held}
        className={call.held ? 'text-caution' : undefined}
        disabledReason={
          reason ?? (call.consulting === null ? undefined : 'They wait while you talk with somebody else.')
        }
        onClick={() => ask({ hold: !call.held }, call.held ? 'They are still on hold.' : 'They were not put on hold.')}
        {...(compact && { label: holdWords })}
      >
        {call.held ? <Play aria-hidden /> : <Pause aria-hidden />}
        {!compact && holdWords}
      </Button>
      <Button
        size={size}
        variant={compact ? 'quiet' : 'secondary'}
        aria-pressed={call.muted}
        className={call.muted ? 'text-caution' : undefined}
        disabledReason={reason}
        onClick={() => ask({ muted: !call.muted }, call.muted ? 'You are still muted.' : 'You were not muted.')}
        {...(compact && { label: muteWords })}
      >
        {call.muted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
        {!compact && muteWords}
      </Button>
      {!compact && (
        <>
          <Button disabledReason={reason} onClick={() => setOpen('keys')}>
            <Grid3x3 aria-hidden /> Keys
          </Button>
          <Button
            disabledReason={reason ?? (call.consulting === null ? undefined : 'You are talking with somebody already.')}
            onClick={() => setOpen('transfer')}
          >
            <PhoneForwarded aria-hidden /> Transfer
          </Button>
          <DropVoicemail call={call} />
          <RecordingControls call={call} />
        </>
      )}
      {open === 'keys' && <KeysDialog callSid={callSid} onClose={() => setOpen(null)} />}
      {open === 'transfer' && <TransferDialog callSid={callSid} onClose={() => setOpen(null)} />}
    </>
  )
}
