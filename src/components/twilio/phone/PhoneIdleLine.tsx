import { Headset, Settings2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { usePhone } from '@/hooks/phone/usePhone'
import type { PhoneState } from '@/hooks/phone/phone-state'
import { problemWords } from './phone-words'

const words: Record<PhoneState['line'], string> = {
  off: 'Phone off',
  starting: 'Phone is starting…',
  ready: 'Phone ready',
  failed: 'Phone not ready',
}

/** Whether the phone in this browser can be rung; what is wrong, if something is. */
export function PhoneIdleLine({ onSettings }: { onSettings: () => void }) {
  const { state, owns } = usePhone()
  const { line, problem, reason } = state
  const tone = line === 'ready' ? 'text-positive' : line === 'failed' ? 'text-negative' : 'text-ink-faint'
  return (
    <div className="flex min-h-9 items-center gap-2 border-t px-4 py-1 text-sm first:border-t-0">
      <Headset aria-hidden className={`size-4 shrink-0 ${tone}`} />
      <output className="min-w-0">
        <span className="font-medium">{words[line]}</span>
        {problem !== null && <span className="ml-2 text-negative">{reason ?? problemWords[problem]}</span>}
        {line === 'off' && (
          <span className="ml-2 text-ink-faint max-sm:hidden">
            Turned on, calls to you ring in this browser, and you call from it.
          </span>
        )}
        {line === 'ready' && problem === null && !owns && (
          <span className="ml-2 text-ink-faint max-sm:hidden">Rings in another tab of this browser</span>
        )}
      </output>
      <Button variant="quiet" size="small" className="ml-auto" onClick={onSettings}>
        <Settings2 aria-hidden /> {line === 'off' ? 'Turn on' : 'Phone'}
        <span className="sr-only">: the phone in this browser</span>
      </Button>
    </div>
  )
}
