import { PhoneForwarded, Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useCallControls } from '@/hooks/useCallControls'
import { useForbidden } from '@/hooks/useMe'
import { toastError } from '../../toast-error'

/** How a word with a third person ends: they take the other party over, or the other party comes back to us. */
export function ConsultationButtons({ callSid, compact = false }: { callSid: string; compact?: boolean }) {
  const { handOver, takeBack } = useCallControls()
  const reason = useForbidden()('calls.control')
  const size = compact ? 'icon' : 'medium'
  return (
    <>
      <Button
        variant="primary"
        size={size}
        busy={handOver.isPending}
        disabledReason={reason}
        onClick={() =>
          handOver.mutate(callSid, { onError: (error) => toastError('They were not handed over.', error) })
        }
        {...(compact && { label: 'Hand over' })}
      >
        {compact ? <PhoneForwarded aria-hidden /> : 'Hand over'}
      </Button>
      <Button
        variant={compact ? 'quiet' : 'secondary'}
        size={size}
        busy={takeBack.isPending}
        disabledReason={reason}
        onClick={() => takeBack.mutate(callSid, { onError: (error) => toastError('They were not taken back.', error) })}
        {...(compact && { label: 'Take back' })}
      >
        {compact ? <Undo2 aria-hidden /> : 'Take back'}
      </Button>
    </>
  )
}
