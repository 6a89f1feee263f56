import { useEffect, useEffectEvent } from 'react'

/**
 * Single keys for the whole page, such as `{ c: dial }`. They rest while a person types or a dialog or menu is open. One whose action gives
 * false is left to others.
 */
export function useHotkeys(keys: Record<string, (event: KeyboardEvent) => void | boolean>) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = keys[event.key]
    if (!action || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target) || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return
    if (action(event) !== false) event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null
}
