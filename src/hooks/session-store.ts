import { z } from 'zod'
import { keptName, onForget } from './session-owner'

/**
 * Values under keys, outside of any screen: they stay while one looks elsewhere, and in this tab over a reload. `kept` says what of a value
 * is worth that; null: nothing. Somebody else who signs in finds none of it.
 */
export function createSessionStore<Value>(
  name: string,
  schema: z.ZodType<Value>,
  kept: (value: Value) => Value | null,
) {
  const values = new Map<string, Value>(read(name, schema))
  const listeners = new Set<() => void>()
  const changed = () => {
    const entries = [...values].flatMap(([key, value]) => {
      const worth = kept(value)
      return worth === null ? [] : [[key, worth]]
    })
    write(name, entries.length === 0 ? null : JSON.stringify(entries))
    for (const listener of listeners) listener()
  }
  const clear = () => {
    values.clear()
    changed()
  }
  onForget(clear)
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    get: (key: string) => values.get(key),
    entries: () => [...values],
    /** Null: nothing is there any more. */
    set(key: string, value: Value | null) {
      if (value === null) values.delete(key)
      else values.set(key, value)
      changed()
    },
    /** Takes what is under one key along to another, unless something stands there. */
    move(from: string, to: string) {
      const moved = values.get(from)
      if (moved === undefined || values.has(to)) return
      values.delete(from)
      values.set(to, moved)
      changed()
    },
  }
}

function read<Value>(name: string, schema: z.ZodType<Value>): [string, Value][] {
  try {
    const parsed = z
      .array(z.tuple([z.string(), schema]))
      .safeParse(JSON.parse(sessionStorage.getItem(keptName(name)) ?? '[]'))
    return parsed.data ?? []
  } catch {
    // Not in a browser, or one that keeps nothing.
    return []
  }
}

function write(name: string, text: string | null) {
  try {
    if (text === null) sessionStorage.removeItem(keptName(name))
    else sessionStorage.setItem(keptName(name), text)
  } catch {
    // It stays until the page is left.
  }
}
