import { useEffect, useEffectEvent, useRef } from 'react'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

/** While the focus is anywhere on this screen and nobody writes, the computer's number keys are the telephone's. */
export const useKeysOfHandset = (onPress: (key: string) => void) => {
  const screen = useRef<HTMLDivElement>(null)
  const press = useEffectEvent(onPress)
  useEffect(() => {
    const element = screen.current
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!/^[0-9*#]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.defaultPrevented || isWriting(event.target)) return
      event.preventDefault()
      press(event.key)
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  return screen
}
