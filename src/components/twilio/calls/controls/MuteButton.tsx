import { Mic, MicOff } from 'lucide-react'
import { Button } from '@/components/ui/button'

type MuteButtonProps = {
  muted: boolean
  toggle: () => void
  reason?: string | undefined
  compact?: boolean
}

export function MuteButton({ muted, toggle, reason, compact = false }: MuteButtonProps) {
  const words = muted ? 'Unmute' : 'Mute'
  return (
    <Button
      size={compact ? 'icon' : 'medium'}
      variant={compact ? 'quiet' : 'secondary'}
      aria-pressed={muted}
      className={muted ? 'text-caution' : undefined}
      disabledReason={reason}
      onClick={toggle}
      {...(compact && { label: words })}
    >
      {muted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
      {!compact && words}
    </Button>
  )
}
