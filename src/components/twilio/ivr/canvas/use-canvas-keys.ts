import { useState, type KeyboardEvent } from 'react'
import { z } from 'zod'
import { FlowState } from '@/shared/ivr/definition'
import { addStates } from '@/shared/ivr/edit/add-states'
import { connectState } from '@/shared/ivr/edit/connect-state'
import { removeStates } from '@/shared/ivr/edit/remove-states'
import { useEditor } from '../editor'

const clipboardName = 'eva-flow-clipboard'
const Clipboard = z.array(FlowState)

/** The keys of the canvas. Copies stay in this tab, so that they can be pasted into another flow. */
export function useCanvasKeys({ edge, onConnect }: { edge: string | null; onConnect: (from: string) => void }) {
  const editor = useEditor()
  const [pastes, setPastes] = useState(1)
  const { definition, selection, change, select } = editor

  const remove = () => {
    if (edge !== null) {
      const at = edge.indexOf('|')
      return change((now) => connectState(now, { from: edge.slice(0, at), way: edge.slice(at + 1), to: null }))
    }
    change((now) => removeStates(now, selection))
    select(selection.filter((name) => name === definition.initial_state))
  }
  const copy = () => {
    const states = definition.states.filter(({ name }) => selection.includes(name))
    if (states.length > 0) sessionStorage.setItem(clipboardName, JSON.stringify(states))
    setPastes(1)
  }
  const paste = () => {
    const states = Clipboard.safeParse(JSON.parse(sessionStorage.getItem(clipboardName) ?? 'null'))
    if (!states.success || editor.readOnly !== undefined) return
    const by = { x: 40 * pastes, y: 40 * pastes }
    const { definition: added, names } = addStates(definition, states.data, by)
    change(() => added)
    select(names)
    setPastes(pastes + 1)
  }
  const withControl: Record<string, () => void> = {
    z: () => editor.undo?.(),
    y: () => editor.redo?.(),
    c: copy,
    x: () => (copy(), remove()),
    v: paste,
    d: () => (copy(), paste()),
    a: () => select(definition.states.map(({ name }) => name)),
  }
  const plain: Record<string, () => void> = {
    Delete: remove,
    Backspace: remove,
    Escape: () => select([]),
    c: () => selection[0] !== undefined && onConnect(selection[0]),
    Enter: () => selection.length > 0 && editor.openPanel('step'),
  }
  return (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, button, a')
    if (isTyping || event.altKey) return
    const control = event.ctrlKey || event.metaKey
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const action = control ? (key === 'z' && event.shiftKey ? editor.redo : withControl[key]) : plain[key]
    if (!action) return
    event.preventDefault()
    action()
  }
}
