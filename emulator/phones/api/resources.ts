import type { z } from 'zod'
import { createResource, type Resource } from './create-resource.ts'
import { request } from './request.ts'
import {
  accountSchema,
  callDetailSchema,
  callSchema,
  clockSchema,
  faultsSchema,
  type Hint,
  listOf,
  messageSchema,
  phoneSchema,
  webhookSchema,
} from './schemas.ts'

const createList = <Item extends z.ZodType>(path: string, item: Item) =>
  createResource(async () => (await request(path, { schema: listOf(item) })).items)

const createFamily = <T>(create: (id: string) => Resource<T>) => {
  const members = new Map<string, Resource<T>>()
  return {
    of: (id: string): Resource<T> => {
      const known = members.get(id)
      if (known) return known
      const made = create(id)
      members.set(id, made)
      return made
    },
    refresh: (): void => {
      for (const member of members.values()) void member.refresh()
    },
  }
}

export const account = createResource(() => request('account', { schema: accountSchema }))
export const phones = createList('phones', phoneSchema)
export const clock = createResource(() => request('clock', { schema: clockSchema }))
export const faults = createResource(() => request('faults', { schema: faultsSchema }))
export const webhooks = createList('webhooks', webhookSchema)
export const messagesOf = createFamily((phone) =>
  createList(`phones/${encodeURIComponent(phone)}/messages`, messageSchema),
)
export const callsOf = createFamily((phone) => createList(`phones/${encodeURIComponent(phone)}/calls`, callSchema))
export const callDetailOf = createFamily((sid) =>
  createResource(() => request(`calls/${encodeURIComponent(sid)}`, { schema: callDetailSchema })),
)

/** Read everything anew: after a reset, and whenever the stream of hints was broken. */
export const refreshAll = (): void => {
  for (const each of [account, phones, clock, faults, webhooks]) void each.refresh()
  for (const family of [messagesOf, callsOf, callDetailOf]) family.refresh()
}

const refreshers: Record<Hint['type'], () => void> = {
  phone: () => void phones.refresh(),
  message: () => {
    void phones.refresh()
    messagesOf.refresh()
  },
  call: () => {
    void phones.refresh()
    callsOf.refresh()
    callDetailOf.refresh()
  },
  webhook: () => void webhooks.refresh(),
  clock: () => void clock.refresh(),
  faults: () => void faults.refresh(),
  reset: refreshAll,
}

export const applyHint = (hint: Hint): void => refreshers[hint.type]()
