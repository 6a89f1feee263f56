import { useReactFlow } from '@xyflow/react'
import { useMemo, useState, type FocusEvent } from 'react'
import { useFlowActivity } from '@/hooks/useFlows'
import { connectState } from '@/shared/ivr/edit/connect-state'
import { moveStates } from '@/shared/ivr/edit/place-of'
import { isWidgetType } from '@/shared/ivr/widgets'
import { useEditor } from '../editor'
import { StepFinder } from '../StepFinder'
import { ConnectDialog } from '../ConnectDialog'
import { CanvasControls } from './CanvasControls'
import type { Decoration } from './decoration'
import { FlowCanvas } from './FlowCanvas'
import { useCanvasKeys } from './use-canvas-keys'

/** The canvas of the draft: by mouse and by keyboard, with what is wrong, where the simulator is, and live counts. */
export function DesignerCanvas({ counts, finding, onFound }: CanvasProps) {
  const editor = useEditor()
  const { definition, issues, selection, path, flow } = editor
  const canvas = useReactFlow()
  const [edge, setEdge] = useState<string | null>(null)
  const [connecting, setConnecting] = useState<string | null>(null)
  const onKeyDown = useCanvasKeys({ edge, onConnect: setConnecting })
  const activity = useFlowActivity(flow.id, counts).data
  const decorations = useMemo(() => {
    const here = path.at(-1)?.state
    const all = new Map<string, Decoration>()
    for (const { name } of definition.states) {
      const found = issues.filter(({ state }) => state === name)
      const count = counts ? activity?.states.find(({ state }) => state === name) : undefined
      const walk =
        name === here ? ('here' as const) : path.some(({ state }) => state === name) ? ('through' as const) : undefined
      const decoration: Decoration = {
        ...(found.length > 0 && { issues: found }),
        ...(count && { counts: count }),
        ...(walk && { walk }),
        ...(name === definition.initial_state && { first: true }),
      }
      if (Object.keys(decoration).length > 0) all.set(name, decoration)
    }
    return all
  }, [definition, issues, path, counts, activity])

  // The keyboard's focus selects, so that arrows move what is focused.
  const onFocus = (event: FocusEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.matches('.react-flow__node:focus-visible')) return
    const { id } = target.dataset
    if (id !== undefined && !selection.includes(id)) editor.select([id])
  }
  return (
    <section aria-label="Canvas" className="relative min-h-0 min-w-0 flex-1">
      <FlowCanvas
        label="Steps of the flow"
        definition={definition}
        decorations={decorations}
        path={path}
        selection={selection}
        onSelect={editor.select}
        readOnly={editor.readOnly !== undefined}
        onMove={(places) => editor.change((now) => moveStates(now, places), `move ${selection.join(' ')}`)}
        onLead={(lead) => editor.change((now) => connectState(now, lead))}
        edge={edge}
        onEdge={setEdge}
        events={{
          onKeyDown: onKeyDown,
          onFocus: onFocus,
          onDragOver: (event) => event.dataTransfer.types.includes(stepType) && event.preventDefault(),
          onDrop: (event) => {
            const type = event.dataTransfer.getData(stepType)
            if (!isWidgetType(type)) return
            event.preventDefault()
            const { x, y } = canvas.screenToFlowPosition({ x: event.clientX, y: event.clientY })
            editor.add(type, { x: x - 132, y: y - 24 })
          },
        }}
        onOpen={(name) => {
          editor.openPanel('step')
          setTimeout(() => editor.reveal(name), 50)
        }}
      >
        <CanvasControls />
      </FlowCanvas>
      {connecting !== null && <ConnectDialog from={connecting} onClose={() => setConnecting(null)} />}
      {finding && <StepFinder onClose={onFound} />}
    </section>
  )
}

export const stepType = 'application/x-eva-step'
type CanvasProps = { counts: boolean; finding: boolean; onFound: () => void }
