import { Badge } from '@/components/ui/badge'
import type { Call } from '@/shared/schemas/call'
import { formatPhoneNumber } from '../format/format-phone-number'
import { Status } from '../Status'

/** How it stands with a call that runs: with whom one talks meanwhile, on hold, else Twilio's status. */
export function CallState({ call }: { call: Call }) {
  if (call.consulting !== null)
    return (
      <Badge tone="caution" className="max-sm:hidden">
        Asking {formatPhoneNumber(call.consulting)}
      </Badge>
    )
  if (call.held) return <Badge tone="caution">On hold</Badge>
  return <Status call={call.status} className="max-sm:hidden" />
}
