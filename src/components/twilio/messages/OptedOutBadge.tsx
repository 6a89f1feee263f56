import { MessageSquareOff } from 'lucide-react'
import { Badge } from '@/components/ui/badge'

export function OptedOutBadge() {
  return (
    <Badge tone="caution" className="self-center">
      <MessageSquareOff aria-hidden /> Opted out
    </Badge>
  )
}
