import { useEffect, useRef } from 'react'

/** Puts the cursor into a field when it appears, where that is what the person just asked for. */
export function useFocusOnMount<Field extends HTMLElement>(wanted: boolean) {
  const field = useRef<Field>(null)
  useEffect(() => {
    if (wanted) field.current?.focus()
  }, [wanted])
  return field
}
