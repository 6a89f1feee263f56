import { z } from 'zod'
import { request } from './request.ts'
import { applyHint, phones } from './resources.ts'
import { faultsSchema, type OnCall, startedCallSchema } from './schemas.ts'

const phonePath = (phoneNumber: string): string => `phones/${encodeURIComponent(phoneNumber)}`
const callPath = (callSid: string, deed: string): string => `calls/${encodeURIComponent(callSid)}/${deed}`
const schema = z.unknown()

export const addPhone = async (phone: { phoneNumber: string; name: string; timeZone?: string }): Promise<void> => {
  const { name, ...rest } = phone
  await request('phones', { schema, method: 'POST', body: { ...rest, ...(name === '' ? {} : { name }) } })
  await phones.refresh()
}

interface PhoneChange {
  name?: string
  onCall?: OnCall
  timeZone?: string | null
}

export const changePhone = async (phoneNumber: string, change: PhoneChange): Promise<void> => {
  await request(phonePath(phoneNumber), { schema, method: 'PATCH', body: change })
  await phones.refresh()
}

/** The person at this handset has looked: what came so far is no longer new. */
export const markSeen = async (phoneNumber: string, seen: { messages?: true; calls?: true }): Promise<void> => {
  await request(`${phonePath(phoneNumber)}/seen`, { schema, method: 'POST', body: seen })
}

export const sendText = async (
  phoneNumber: string,
  text: { to: string; body: string; mediaUrls?: string[] },
): Promise<void> => {
  await request(`${phonePath(phoneNumber)}/messages`, { schema, method: 'POST', body: text })
  applyHint({ type: 'message' })
}

export const startCall = async (phoneNumber: string, to: string): Promise<string> => {
  const path = `${phonePath(phoneNumber)}/calls`
  const { callSid } = await request(path, { schema: startedCallSchema, method: 'POST', body: { to } })
  applyHint({ type: 'call' })
  return callSid
}

type Nothing = Record<string, never>

/** What a person on a call can do, and what each deed needs. */
export interface CallDeeds {
  answer: Nothing
  decline: Nothing
  hangup: Nothing
  digits: { digits: string }
  speech: { text: string; confidence?: number }
  record: { seconds: number; text?: string }
}

export const actOnCall = async <Deed extends keyof CallDeeds>(
  callSid: string,
  deed: Deed,
  body: CallDeeds[Deed],
): Promise<void> => {
  await request(callPath(callSid, deed), { schema, method: 'POST', body })
  applyHint({ type: 'call' })
}

export const setClock = async (change: { mode?: 'real' | 'virtual'; advanceMs?: number }): Promise<void> => {
  await request('clock', { schema, method: 'POST', body: change })
  applyHint({ type: 'clock' })
}

export const resetEmulator = async (): Promise<void> => {
  await request('reset', { schema, method: 'POST', body: {} })
  applyHint({ type: 'reset' })
}

const setFaults = async (wanted: { seed: number; rules: unknown[] }): Promise<void> => {
  await request('faults', { schema, method: 'POST', body: wanted })
  applyHint({ type: 'faults' })
}

/** Setting faults replaces them all and draws anew from the seed. */
export const addFault = async (rule: Record<string, unknown>, seed: number): Promise<void> => {
  const { rules } = await request('faults', { schema: faultsSchema })
  await setFaults({ seed, rules: [...rules, rule] })
}

export const removeFault = async (place: number): Promise<void> => {
  const { seed, rules } = await request('faults', { schema: faultsSchema })
  await setFaults({ seed, rules: rules.filter((_, index) => index !== place) })
}

export const clearFaults = async (): Promise<void> => {
  await request('faults', { schema, method: 'DELETE' })
  applyHint({ type: 'faults' })
}
