import { useEffect, useEffectEvent } from 'react'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

/** Presses keys in a call; the computer's own do the same while nobody writes. */
export function Keypad({ onDigit }: { onDigit: (digit: string) => void }) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const writes = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
    if (writes || event.ctrlKey || event.metaKey || event.altKey || !keys.includes(event.key)) return
    event.preventDefault()
    onDigit(event.key)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <fieldset className="grid grid-cols-6 gap-1 px-4 pt-2 sm:flex sm:justify-end">
      <legend className="sr-only">Keypad</legend>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          onClick={() => onDigit(key)}
          className="h-9 min-w-10 rounded-md bg-sunken font-medium tabular hover:bg-hover active:bg-selected"
        >
          {key}
        </button>
      ))}
    </fieldset>
  )
}
