import { useEffect, useReducer } from 'react'
import { callDetailOf } from '../api/resources.ts'
import type { CallDetail, Phone } from '../api/schemas.ts'

/** The running call of every handset that a person works by hand, by phone number. */
export const useActiveCalls = (phones: Phone[]): Map<string, CallDetail> => {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const active = phones.filter((phone) => phone.onCall === null && phone.activeCallSid !== null)
  const key = active.map((phone) => phone.activeCallSid).join(' ')

  useEffect(() => {
    const leaves = key
      .split(' ')
      .filter((sid) => sid !== '')
      .map((sid) => callDetailOf.of(sid).subscribe(redraw))
    redraw()
    return () => {
      for (const leave of leaves) leave()
    }
  }, [key])

  const calls = new Map<string, CallDetail>()
  for (const { phoneNumber, activeCallSid } of active) {
    const detail = activeCallSid === null ? undefined : callDetailOf.of(activeCallSid).get().data
    if (detail) calls.set(phoneNumber, detail)
  }
  return calls
}
