import { useReactFlow } from '@xyflow/react'
import { useEffect, useEffectEvent, useMemo, useReducer, useState, useSyncExternalStore } from 'react'
import { saveFlowDraft } from '@/hooks/api/flows'
import { useForbidden } from '@/hooks/useMe'
import { addStates } from '@/shared/ivr/edit/add-states'
import { connectState } from '@/shared/ivr/edit/connect-state'
import { placeOf, type Place } from '@/shared/ivr/edit/place-of'
import { waysOut } from '@/shared/ivr/edit/ways-out'
import { lintFlow } from '@/shared/ivr/lint/lint-flow'
import type { WidgetType } from '@/shared/ivr/widgets'
import type { FlowWithDraft } from '@/shared/schemas/flow'
import { DraftSaver } from './draft-saver'
import type { Editor, Panel, PathStep } from './editor'
import { beginHistory, historyReducer } from './history'
import { newState } from './new-state'

/** The draft on the canvas: its history, what is selected, what is wrong with it, and that it is saved. */
export function useEditorOf(flow: FlowWithDraft) {
  const [history, act] = useReducer(historyReducer, flow.draft, beginHistory)
  const [selection, select] = useState<readonly string[]>([])
  const [panel, openPanel] = useState<Panel | null>(null)
  const [path, setPath] = useState<readonly PathStep[]>([])
  const canvas = useReactFlow()
  const forbidden = useForbidden()('flows.write')
  const [saver] = useState(
    () =>
      new DraftSaver(flow, (definition, revision, keepalive) =>
        saveFlowDraft({ id: flow.id, definition, revision }, { keepalive }),
      ),
  )
  const save = useSyncExternalStore(saver.subscribe, saver.read)
  const definition = history.now
  useEffect(() => saver.set(definition), [saver, definition])
  useEffect(() => {
    const leave = () => void saver.flush({ keepalive: true })
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [saver])
  const issues = useMemo(() => lintFlow(definition), [definition])

  const adopt = (theirs: FlowWithDraft) => {
    saver.adopt(theirs)
    act({ do: 'change', change: () => theirs.draft })
    select([])
  }
  // Somebody else saved while nothing was changed here: theirs is shown, and can be looked back from.
  const followLive = useEffectEvent((live: FlowWithDraft) => {
    if (live.draftRevision > saver.revision && !saver.isDirty && saver.status.is === 'saved') adopt(live)
  })
  useEffect(() => {
    // A microtask later, as a live event comes: not while this is drawn.
    queueMicrotask(() => followLive(flow))
  }, [flow])

  const jump = (name: string) => {
    select([name])
    const isNarrow = !window.matchMedia('(min-width: 48rem)').matches
    if (isNarrow) openPanel(null)
    void canvas.fitView({ nodes: [{ id: name }], maxZoom: 1, padding: 0.4 }).then(() => focusBox(name))
  }
  const reveal = (name: string) => {
    const element = boxOf(name)?.getBoundingClientRect()
    const frame = document.querySelector('.react-flow')?.getBoundingClientRect()
    if (!element || !frame) return
    const isInside =
      element.left >= frame.left &&
      element.right <= frame.right &&
      element.top >= frame.top &&
      element.bottom <= frame.bottom
    if (isInside) return
    const { zoom } = canvas.getViewport()
    void canvas.fitView({ nodes: [{ id: name }], minZoom: zoom, maxZoom: zoom })
  }
  // The panel takes its place first.
  const open = (next: Panel | null) => {
    openPanel(next)
    const [first] = selection
    if (next !== null && first !== undefined) setTimeout(() => reveal(first), 50)
  }
  const add = (type: WidgetType, at?: Place) => {
    const after = selection.length === 1 ? definition.states.find(({ name }) => name === selection[0]) : undefined
    const open =
      after && waysOut(after).find(({ transition, event }) => transition.next === undefined && event !== 'match')
    const place =
      at ??
      placeBeside(
        after ? placeOf(after) : null,
        after ? waysOut(after).filter(({ transition }) => transition.next !== undefined).length : 0,
      )
    const { definition: added, names } = addStates(definition, [newState(type, place)], { x: 0, y: 0 })
    const [name = ''] = names
    const way = at === undefined && after && open ? { from: after.name, way: open.key, to: name } : null
    act({ do: 'change', change: () => (way ? connectState(added, way) : added) })
    select([name])
    openPanel('step')
    // Once the panel has taken its place and the box is drawn.
    const nodes = [...(after ? [{ id: after.name }] : []), { id: name }]
    setTimeout(() => void canvas.fitView({ nodes, maxZoom: 1, padding: 0.3 }), 50)
  }
  const placeBeside = (place: Place | null, siblings: number): Place => {
    if (place) return { x: place.x + 380, y: place.y + siblings * 220 }
    const middle = canvas.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 2 })
    return { x: middle.x - 132, y: middle.y - 80 }
  }
  const isReadOnly = forbidden ?? (save.is === 'conflict' ? 'Somebody else has saved this flow.' : undefined)
  const editor: Editor = {
    flow,
    definition,
    issues,
    readOnly: isReadOnly,
    selection,
    select,
    change: (change, merge) => isReadOnly ?? act({ do: 'change', change, ...(merge !== undefined && { merge }) }),
    undo: history.past.length > 0 && !isReadOnly ? () => act({ do: 'undo' }) : undefined,
    redo: history.future.length > 0 && !isReadOnly ? () => act({ do: 'redo' }) : undefined,
    add: (type, at) => isReadOnly ?? add(type, at),
    jump,
    panel,
    openPanel: open,
    flush: () => saver.flush(),
    adopt,
    revision: () => saver.revision,
    path,
    setPath,
    reveal,
  }
  return { editor, save }
}

/** A box that was just added is drawn first. */
function focusBox(name: string) {
  requestAnimationFrame(() => boxOf(name)?.focus())
}

function boxOf(name: string) {
  return document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(name)}"]`)
}
