import { createContext, use } from 'react'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { Place } from '@/shared/ivr/edit/place-of'
import type { FlowIssue } from '@/shared/ivr/lint/flow-issue'
import type { WidgetType } from '@/shared/ivr/widgets'
import type { FlowWithDraft } from '@/shared/schemas/flow'

export const panels = ['step', 'try', 'tests', 'problems', 'versions', 'numbers'] as const
export type Panel = (typeof panels)[number]

export type PathStep = { state: string; event: string | null }

/** What the parts of the designer share. */
export type Editor = {
  flow: FlowWithDraft
  definition: FlowDefinition
  issues: readonly FlowIssue[]
  /** Why nothing can be changed; undefined: it can. */
  readOnly: string | undefined
  selection: readonly string[]
  select: (names: readonly string[]) => void
  /** Changes the draft; `merge` joins changes of one name in a row for undo. */
  change: (change: (definition: FlowDefinition) => FlowDefinition, merge?: string) => void
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  /** Lays a new box down; without a place after what is selected, and connected to it. */
  add: (type: WidgetType, at?: Place) => void
  /** Selects a box, brings it into view and focuses it. */
  jump: (name: string) => void
  panel: Panel | null
  openPanel: (panel: Panel | null) => void
  /** Saves what is not saved yet; whether it is. */
  flush: () => Promise<boolean>
  /** Takes the draft as the server has it now, as one change that can be undone. */
  adopt: (flow: FlowWithDraft) => void
  revision: () => number
  /** The boxes the simulator came through, the last is where it is. */
  path: readonly PathStep[]
  setPath: (path: readonly PathStep[]) => void
  /** Brings a box into view if it is outside. */
  reveal: (name: string) => void
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (!editor) throw new Error('useEditor belongs inside the designer')
  return editor
}
