import type { Leg } from '../calls/leg.ts'
import type { AskedPlace, DocumentPlace } from '../calls/document-place.ts'

/** Someone takes a waiting caller: what runs on the caller first, and how the two learn of each other. */
export type Pickup = {
  by: Leg
  whisper: Omit<AskedPlace, 'parameters'> | null
  /** The caller has heard the whisper. */
  ready: PromiseWithResolvers<void>
  /** The two are apart again. */
  over: PromiseWithResolvers<void>
}

export type Member = {
  leg: Leg
  queueSid: string
  enqueuedAt: number
  taken: PromiseWithResolvers<Pickup | { redirect: DocumentPlace }>
  /** No longer in the Enqueue: gone, or redirected. */
  gone: PromiseWithResolvers<void>
}

export type Queue = {
  sid: string
  friendlyName: string
  maxSize: number
  createdAt: number
  updatedAt: number
  /** Longest waiting first. */
  members: Member[]
  /** Those who would take someone, longest waiting first. */
  takers: ((member: Member) => void)[]
}
