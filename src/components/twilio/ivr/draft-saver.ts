import { z } from 'zod'
import { ApiError } from '@/hooks/api/api-error'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { FlowWithDraft } from '@/shared/schemas/flow'

const Theirs = z.object({ by: z.string(), at: z.string(), revision: z.number() })
export type SaveStatus =
  | { is: 'saved' | 'waiting' | 'saving' }
  | { is: 'failed'; error: unknown }
  | { is: 'conflict'; by: string; at: string }

type Put = (definition: FlowDefinition, revision: number, keepalive: boolean) => Promise<FlowWithDraft>

const quietMilliseconds = 700
const retryMilliseconds = 5_000

/** Saves a draft when it has been left alone for a moment, one request at a time; stops when somebody else has saved. */
export class DraftSaver {
  status: SaveStatus = { is: 'saved' }
  revision: number
  #saved: FlowDefinition
  #latest: FlowDefinition
  #timer: ReturnType<typeof setTimeout> | null = null
  #running: Promise<void> | null = null
  readonly #put: Put
  readonly #listeners = new Set<() => void>()

  constructor(flow: Pick<FlowWithDraft, 'draft' | 'draftRevision'>, put: Put) {
    this.revision = flow.draftRevision
    this.#saved = flow.draft
    this.#latest = flow.draft
    this.#put = put
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly read = () => this.status

  get isDirty() {
    return this.#latest !== this.#saved
  }

  set(definition: FlowDefinition) {
    if (definition === this.#latest) return
    this.#latest = definition
    if (this.status.is === 'conflict') return
    this.#become({ is: this.isDirty ? 'waiting' : 'saved' })
    this.#later(quietMilliseconds)
  }

  /** What is on the server is known now. */
  adopt(flow: Pick<FlowWithDraft, 'draft' | 'draftRevision'>) {
    this.revision = flow.draftRevision
    this.#saved = flow.draft
    this.#latest = flow.draft
    this.#become({ is: 'saved' })
  }

  /** Saves at once; whether everything is saved now. */
  async flush({ keepalive = false } = {}): Promise<boolean> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    while (this.isDirty && this.status.is !== 'conflict') {
      this.#running ??= this.#save(keepalive).finally(() => (this.#running = null))
      await this.#running
      if (this.status.is === 'failed') return false
    }
    return !this.isDirty
  }

  async #save(keepalive: boolean) {
    const definition = this.#latest
    this.#become({ is: 'saving' })
    try {
      const flow = await this.#put(definition, this.revision, keepalive)
      this.revision = flow.draftRevision
      this.#saved = definition
      this.#become({ is: this.isDirty ? 'waiting' : 'saved' })
    } catch (error) {
      const theirs = error instanceof ApiError && error.status === 409 ? Theirs.safeParse(error.details) : null
      this.#become(theirs?.success ? { is: 'conflict', ...theirs.data } : { is: 'failed', error })
      if (!theirs?.success) this.#later(retryMilliseconds)
    }
  }

  #later(milliseconds: number) {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), milliseconds)
  }

  #become(status: SaveStatus) {
    this.status = status
    for (const listener of this.#listeners) listener()
  }
}
