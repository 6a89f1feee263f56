import { Voicemail } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { showToast } from '@/components/ui/show-toast'
import { useDropVoicemail, useGreetings } from '@/hooks/useGreetings'
import { useForbidden } from '@/hooks/useMe'
import { callCan } from '@/shared/can'
import type { Call } from '@/shared/schemas/call'
import { toastError } from '../../toast-error'

/** Leaves a greeting with the machine that answered our call; whoever presses it is free at once. */
export function DropVoicemail({ call, compact = false }: { call: Call; compact?: boolean }) {
  const forbidden = useForbidden()('calls.control')
  const { data } = useGreetings()
  const drop = useDropVoicemail()
  const { callSid } = call
  const possible = callCan.dropVoicemail(call)
  if (callSid === null || !possible.possible) return null
  const greetings = data?.items ?? []
  const none = data && greetings.length === 0 ? 'Make a greeting in the settings of calls first.' : undefined
  const reason = forbidden ?? none
  const trigger = (
    <Button
      size={compact ? 'icon' : 'medium'}
      variant={compact ? 'quiet' : 'secondary'}
      busy={drop.isPending}
      disabledReason={reason}
      {...(compact && { label: 'Leave a voicemail' })}
    >
      <Voicemail aria-hidden /> {!compact && 'Leave a voicemail'}
    </Button>
  )
  if (reason !== undefined) return trigger
  const leave = (greetingId: string) =>
    drop.mutate(
      { callSid, greetingId },
      {
        onSuccess: () => showToast('It is being left. You are free.'),
        onError: (error) => toastError('It was not left.', error),
      },
    )
  return (
    <DropdownMenu trigger={trigger} align="start">
      {greetings.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => leave(id)}>
          {name}
        </MenuItem>
      ))}
    </DropdownMenu>
  )
}
