import { useEffect, useEffectEvent } from 'react'

/** Single keys for the whole page, such as `{ c: dial }`. They rest while a person types or a dialog or menu is open. */
export function useHotkeys(keys: Record<string, (event: KeyboardEvent) => void>) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = keys[event.key]
    if (!action || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isTyping(event.target) || document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return
    event.preventDefault()
    action(event)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null
}
