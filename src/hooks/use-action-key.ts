import { useRef } from 'react'

/**
 * An Idempotency-Key for one action of a person: the same while they try the same again, so that a second try after a lost answer
 * cannot act twice; a new one once it succeeded or `what` changed.
 */
export function useActionKey(what: string) {
  const held = useRef<{ what: string; key: string } | null>(null)
  return {
    /** `more`: what is only known when they act. */
    current(more = '') {
      const all = what + more
      if (held.current?.what !== all) held.current = { what: all, key: crypto.randomUUID() }
      return held.current.key
    },
    renew() {
      held.current = null
    },
  }
}
