import { clock } from '../api/resources.ts'
import type { CallDetail } from '../api/schemas.ts'
import { useResource } from '../api/use-resource.ts'
import { useTickingTime } from '../bench/use-ticking-time.ts'
import { formatDuration } from '../format/format-duration.ts'

const msPerSecond = 1000

/** How long people have talked, by the emulator's clock; nothing before somebody picked up. */
export const CallDuration = ({ call }: { call: CallDetail }) => {
  const now = useTickingTime(useResource(clock).data)
  if (call.answeredAt === '' || now === undefined) return null
  const seconds = call.durationSeconds ?? (Date.parse(now) - Date.parse(call.answeredAt)) / msPerSecond
  return <span className="text-muted">{formatDuration(seconds)}</span>
}
