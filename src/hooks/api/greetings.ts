import { z } from 'zod'
import { Call } from '@/shared/schemas/call'
import { Greeting, type GreetingListener } from '@/shared/schemas/greeting'
import { ErrorBody, pageOf } from '@/shared/schemas/page'
import { ApiError, ConnectionError } from './api-error'
import { request } from './request'

const root = '/api/twilio/greetings'
const GreetingPage = pageOf(Greeting)

export type NewGreeting = { name: string; mine: boolean; heardBy: GreetingListener } & (
  | { words: string }
  | { file: File }
)

export function listGreetings(heardBy: GreetingListener, signal?: AbortSignal) {
  return request(GreetingPage, root, { query: { heardBy }, signal })
}

export function saveGreeting(greeting: NewGreeting): Promise<Greeting> {
  if ('file' in greeting) return upload(greeting)
  const { name, mine, words } = greeting
  return request(Greeting, root, { method: 'POST', body: { name, mine, words } })
}

async function upload({ name, mine, heardBy, file }: Extract<NewGreeting, { file: File }>): Promise<Greeting> {
  const form = new FormData()
  form.set('name', name)
  form.set('mine', String(mine))
  form.set('heardBy', heardBy)
  form.set('file', file)
  const response = await fetch(`${root}/audio`, { method: 'POST', body: form }).catch((cause: unknown) => {
    throw new ConnectionError({ cause })
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return Greeting.parse(body)
  const problem = ErrorBody.safeParse(body)
  throw problem.success ? new ApiError(response.status, problem.data.error) : new ConnectionError()
}

export function deleteGreeting(id: string) {
  return request(z.unknown(), `${root}/${id}`, { method: 'DELETE' })
}

/** Where the sound of a greeting is heard. */
export function greetingSound(id: string) {
  return `${root}/${id}/audio`
}

export function dropVoicemail({ callSid, greetingId }: { callSid: string; greetingId: string }) {
  return request(Call, `/api/twilio/calls/${callSid}/voicemail-drop`, { method: 'POST', body: { greetingId } })
}
