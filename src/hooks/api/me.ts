import { z } from 'zod'
import { Me, Welcome, type MyChange, type WelcomeAnswer } from '@/shared/schemas/person'
import { ApiError } from './api-error'
import { request } from './request'

export type Me = z.infer<typeof Me>

/** Who is signed in; null: nobody. */
export async function findMe(signal?: AbortSignal): Promise<Me | null> {
  try {
    return await request(Me, '/api/twilio/me', { signal })
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

export function updateMe(change: MyChange) {
  return request(Me, '/api/twilio/me', { method: 'PATCH', body: change })
}

export function signIn(input: { email: string; password: string }) {
  return request(z.unknown(), '/api/auth/sign-in/email', { method: 'POST', body: input })
}

export function signOut() {
  return request(z.unknown(), '/api/auth/sign-out', { method: 'POST', body: {} })
}

export function getWelcome(token: string, signal?: AbortSignal) {
  return request(Welcome, '/api/twilio/welcome', { query: { token }, signal })
}

/** Uses a one-time link; who used it is signed in. */
export function answerWelcome(answer: WelcomeAnswer) {
  return request(Me, '/api/twilio/welcome', { method: 'POST', body: answer })
}
