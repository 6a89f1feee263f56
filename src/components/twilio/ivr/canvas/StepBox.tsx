import { Handle, Position, type NodeProps } from '@xyflow/react'
import { CircleAlert, CircleHelp, Lock, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { waysOut } from '@/shared/ivr/edit/ways-out'
import { isWidgetType, widgets } from '@/shared/ivr/widgets'
import { wayWords } from '../event-words'
import { widgetForms } from '../widget-forms'
import type { Decoration, Mark } from './decoration'
import type { StepNode } from './flow-elements'

/** One step on the canvas: what it is, what it says, its ways out, and what is wrong with it. */
export const StepBox = memo(function StepBox({ data: { state, decoration }, selected }: NodeProps<StepNode>) {
  const { mark, walk, first } = decoration
  const form = isWidgetType(state.type) ? widgetForms[state.type] : null
  const Icon = form?.icon ?? CircleHelp
  const shown = form?.shows === undefined ? undefined : state.properties[form.shows]
  return (
    <div
      className={cn(
        'w-66 rounded-lg border bg-surface text-left shadow-raised',
        selected && 'border-focus outline-2 outline-focus',
        walk === 'through' && 'border-positive',
        walk === 'here' && 'border-positive outline-2 outline-positive',
        mark && markBorders[mark],
      )}
    >
      {state.type !== 'trigger' && <Handle type="target" id="in" position={Position.Left} className="!top-6" />}
      <div className="flex items-start gap-2 px-3 pt-2.5">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
        <div className="min-w-0 flex-1">
          <p className="truncate text-sm font-semibold">{state.name}</p>
          <p className="flex items-center gap-1 truncate text-xs text-ink-faint">
            {isWidgetType(state.type) ? (
              widgets[state.type].label
            ) : (
              <>
                <Lock aria-hidden className="size-3" /> {state.type}: kept as it is
              </>
            )}
          </p>
        </div>
        {first && <Badge tone="accent">Start</Badge>}
        {mark && <Badge tone={markTones[mark]}>{markWords[mark]}</Badge>}
        {walk === 'here' && <Badge tone="positive">Here</Badge>}
      </div>
      {typeof shown === 'string' && shown !== '' && (
        <p className="line-clamp-2 px-3 pt-1.5 text-sm wrap-anywhere text-ink-soft">{shown}</p>
      )}
      <ul className="mt-2 border-t">
        {waysOut(state).map((way) => (
          <li key={way.key} className="relative flex h-6.5 items-center justify-between gap-2 pr-4 pl-3 text-xs">
            <span className="truncate text-ink-soft">{wayWords(way)}</span>
            {way.transition.next === undefined && <span className="shrink-0 text-ink-faint">ends</span>}
            <Handle
              type="source"
              id={way.key}
              position={Position.Right}
              title={`${wayWords(way)}: drag to the next step`}
            />
          </li>
        ))}
      </ul>
      <Footer decoration={decoration} />
    </div>
  )
})

function Footer({ decoration: { issues = [], counts } }: { decoration: Decoration }) {
  const [worst] = issues
  const Icon = worst?.level === 'error' ? CircleAlert : TriangleAlert
  return (
    <>
      {worst && (
        <p
          className={cn(
            'flex items-start gap-1.5 rounded-b-lg px-3 py-1.5 text-xs',
            worst.level === 'error' ? 'bg-negative-soft text-negative' : 'bg-caution-soft text-caution',
          )}
        >
          <Icon aria-hidden className="mt-0.5 size-3 shrink-0" />
          <span className="line-clamp-2">
            {worst.message}
            {issues.length > 1 && ` And ${issues.length - 1} more.`}
          </span>
        </p>
      )}
      {counts && (
        <p className="flex gap-3 border-t px-3 py-1.5 text-xs text-ink-soft tabular">
          <span>{counts.entered} came</span>
          {counts.active > 0 && <span className="font-medium text-positive">{counts.active} here now</span>}
          {counts.ended > 0 && <span>{Math.round((counts.ended / counts.entered) * 100)} % ended here</span>}
          {counts.failed > 0 && <span className="text-negative">{counts.failed} failed</span>}
        </p>
      )}
    </>
  )
}

const markWords: Record<Mark, string> = { added: 'Added', removed: 'Removed', changed: 'Changed' }
const markTones: Record<Mark, Tone> = { added: 'positive', removed: 'negative', changed: 'caution' }
const markBorders: Record<Mark, string> = {
  added: 'border-positive outline-1 outline-positive',
  removed: 'border-dashed border-negative outline-1 outline-negative',
  changed: 'border-caution outline-1 outline-caution',
}
