import { Grid3x3, PhoneForwarded } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useForbidden } from '@/hooks/useMe'
import { callCan } from '@/shared/can'
import type { Call } from '@/shared/schemas/call'
import { RecordingControls } from '../../recordings/RecordingControls'
import { RecordingMark } from '../../recordings/RecordingMark'
import { ConsultationBanner } from './ConsultationBanner'
import { ConsultationButtons } from './ConsultationButtons'
import { DropVoicemail } from './DropVoicemail'
import { HoldButton } from './HoldButton'
import { KeysDialog } from './KeysDialog'
import { MuteButton } from './MuteButton'
import { TransferDialog } from './TransferDialog'
import { useMute } from './use-mute'

/** Hold, mute, keys and transfer of a call in progress; `compact`: icons, and no more than the hands need. */
export function InCallControls({ call, compact = false }: { call: Call; compact?: boolean }) {
  const { callSid } = call
  const possible = callCan.transfer(call.status)
  if (callSid === null || !possible.possible) return null
  return compact ? <Compact call={call} callSid={callSid} /> : <Whole call={call} callSid={callSid} />
}

type Controls = { call: Call; callSid: string }

function Compact({ call, callSid }: Controls) {
  const mute = useMute(call)
  return (
    <>
      <RecordingMark call={call} compact />
      {call.consulting === null ? (
        <HoldButton call={call} callSid={callSid} compact />
      ) : (
        <ConsultationButtons callSid={callSid} compact />
      )}
      <MuteButton {...mute} compact />
    </>
  )
}

function Whole({ call, callSid }: Controls) {
  const mute = useMute(call)
  const reason = useForbidden()('calls.control')
  const [open, setOpen] = useState<'keys' | 'transfer' | null>(null)
  return (
    <>
      {call.consulting !== null && (
        <ConsultationBanner callSid={callSid} consulting={call.consulting} who={call.contactName} />
      )}
      <HoldButton call={call} callSid={callSid} />
      <MuteButton {...mute} />
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
      {open === 'keys' && <KeysDialog callSid={callSid} onClose={() => setOpen(null)} />}
      {open === 'transfer' && <TransferDialog callSid={callSid} onClose={() => setOpen(null)} />}
    </>
  )
}
