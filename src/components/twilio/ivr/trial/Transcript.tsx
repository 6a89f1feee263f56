import { cn } from '@/components/ui/cn'
import type { SimulatedLine, Simulation } from '@/shared/ivr/simulate'

const looks: Record<SimulatedLine['kind'], string> = {
  heard: 'self-start rounded-lg bg-sunken px-3 py-1.5',
  texted: 'self-start rounded-lg bg-info-soft px-3 py-1.5',
  did: 'self-end rounded-lg bg-accent-soft px-3 py-1.5 text-accent-ink',
  happened: 'self-center text-xs text-ink-faint',
}

/** What was heard and done so far, read out as it comes. */
export function Transcript({ simulation: { lines, execution } }: { simulation: Simulation }) {
  return (
    <ol aria-label="Transcript" aria-live="polite" className="flex flex-1 flex-col gap-2 p-4">
      {lines.map((line, index) => (
        <li key={index} className={cn('max-w-[85%] wrap-anywhere', looks[line.kind])}>
          {line.text}
        </li>
      ))}
      <li key={`end ${lines.length}`} ref={intoView} className="self-center text-xs text-ink-faint">
        {execution.status === 'ended' ? ends[execution.endedBy ?? 'flow'] : ''}
      </li>
    </ol>
  )
}

const ends = {
  flow: 'The flow has ended.',
  hangup: 'They hung up.',
  cap: 'It went round without end and was stopped politely.',
  failed: 'A step failed, and the flow does not say what then.',
}

function intoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}
