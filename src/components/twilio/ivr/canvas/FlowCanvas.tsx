import {
  applyNodeChanges,
  Background,
  MiniMap,
  type NodeChange,
  type OnConnect,
  type OnReconnect,
  ReactFlow,
  SelectionMode,
} from '@xyflow/react'
import { useMemo, useRef, useState, type ComponentProps, type ReactNode } from 'react'
import { useMediaQuery } from '@/hooks/use-media-query'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { Place } from '@/shared/ivr/edit/place-of'
import type { PathStep } from '../editor'
import './canvas.css'
import type { Decoration } from './decoration'
import { edgesOf, nodesOf, type StepNode } from './flow-elements'
import { StepBox } from './StepBox'

type FlowCanvasProps = {
  label: string
  definition: FlowDefinition
  decorations: ReadonlyMap<string, Decoration>
  path?: readonly PathStep[]
  selection: readonly string[]
  onSelect: (names: readonly string[]) => void
  readOnly?: boolean
  onMove?: (places: ReadonlyMap<string, Place>) => void
  /** A way out leads somewhere, or with null nowhere. */
  onLead?: (lead: { from: string; way: string; to: string | null }) => void
  edge?: string | null
  onEdge?: (edge: string | null) => void
  onOpen?: (name: string) => void
  /** The keys and drops of who edits it. */
  events?: Pick<ComponentProps<'div'>, 'onKeyDown' | 'onFocus' | 'onDragOver' | 'onDrop'>
  children?: ReactNode
}

const nodeTypes = { step: StepBox }
const descriptions = {
  'node.a11yDescription.default':
    'Enter edits the step, arrows move it, C connects it, Delete removes it. Tab goes to the next.',
  'edge.a11yDescription.default': 'A connection. Enter selects it, Delete removes it.',
}

/** A flow as boxes and lines. What is dragged is kept here until it is let go. */
export function FlowCanvas(props: FlowCanvasProps) {
  const { definition, decorations, path, selection, readOnly = false, edge = null, onEdge, onLead } = props
  const isWide = useMediaQuery('(min-width: 64rem)')
  const [dragged, setDragged] = useState<ReadonlyMap<string, Place>>(new Map())
  const [sizes, setSizes] = useState<ReadonlyMap<string, StepNode['measured']>>(new Map())
  const plain = useMemo(() => nodesOf(definition, decorations), [definition, decorations])
  const edges = useMemo(
    () => edgesOf(definition, path).map((one) => (one.id === edge ? { ...one, selected: true } : one)),
    [definition, path, edge],
  )
  const nodes = plain.map((node): StepNode => {
    const measured = sizes.get(node.id)
    return {
      ...node,
      position: dragged.get(node.id) ?? node.position,
      selected: selection.includes(node.id),
      ...(measured && { measured }),
    }
  })
  const landed = useRef(false)

  const onNodesChange = (changes: NodeChange<StepNode>[]) => {
    const next = applyNodeChanges(changes, nodes)
    if (changes.some(({ type }) => type === 'dimensions')) {
      setSizes(new Map(next.flatMap(({ id, measured }) => (measured ? [[id, measured]] : []))))
    }
    if (changes.some(({ type }) => type === 'select')) {
      props.onSelect(next.filter(({ selected }) => selected).map(({ id }) => id))
    }
    const moves = changes.flatMap((change) => (change.type === 'position' && change.position ? [change] : []))
    if (moves.length === 0) return
    const places = new Map(moves.flatMap(({ id, position }) => (position ? [[id, position]] : [])))
    if (moves.some(({ dragging }) => dragging)) return setDragged(new Map([...dragged, ...places]))
    setDragged(new Map())
    props.onMove?.(places)
  }
  const onConnect: OnConnect = ({ source, sourceHandle, target }) =>
    sourceHandle !== null && onLead?.({ from: source, way: sourceHandle, to: target })
  const onReconnect: OnReconnect = (old, { source, sourceHandle, target }) => {
    landed.current = true
    if (old.source !== source || old.sourceHandle !== sourceHandle) cut(old)
    if (sourceHandle !== null) onLead?.({ from: source, way: sourceHandle, to: target })
  }
  const cut = ({ source, sourceHandle }: { source: string; sourceHandle?: string | null }) => {
    if (sourceHandle) onLead?.({ from: source, way: sourceHandle, to: null })
  }
  return (
    <ReactFlow<StepNode>
      {...props.events}
      aria-label={props.label}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      ariaLabelConfig={descriptions}
      onNodesChange={onNodesChange}
      onEdgesChange={(changes) => {
        for (const change of changes) {
          if (change.type === 'select') onEdge?.(change.selected ? change.id : null)
        }
      }}
      onConnect={onConnect}
      {...(readOnly ? {} : { onReconnect })}
      onReconnectStart={() => (landed.current = false)}
      onReconnectEnd={(_event, old) => !landed.current && cut(old)}
      onNodeClick={(_event, { id }) => props.onOpen?.(id)}
      deleteKeyCode={null}
      selectionMode={SelectionMode.Partial}
      nodesDraggable={!readOnly}
      nodesConnectable={!readOnly}
      minZoom={0.1}
      maxZoom={1.5}
      fitView
      fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
      onlyRenderVisibleElements={definition.states.length > 150}
    >
      <Background gap={20} />
      {isWide && definition.states.length > 1 && <MiniMap pannable zoomable ariaLabel="Overview of the flow" />}
      {props.children}
    </ReactFlow>
  )
}
