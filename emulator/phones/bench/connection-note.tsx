import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { connection } from '../api/connection.ts'

/** Silent while all is well; what is on screen may be old while it is not. */
export const ConnectionNote = () => {
  const state = useSyncExternalStore(connection.subscribe, connection.get)
  return (
    <output className="ml-2 min-w-0">
      {state === 'reconnecting' ? (
        <span className="flex items-center gap-1.5 rounded-full bg-warn-soft px-3 py-1 text-xs text-warn-ink">
          <WifiOff aria-hidden size={14} className="shrink-0" />
          <span className="truncate">Reconnecting…</span>
        </span>
      ) : null}
    </output>
  )
}
