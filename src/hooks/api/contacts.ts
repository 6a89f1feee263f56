import { z } from 'zod'
import { Contact, ContactImport, ContactTag, type SaveContactInput } from '@/shared/schemas/contact'
import { pageOf } from '@/shared/schemas/page'
import { request } from './request'

const ContactPage = pageOf(Contact)
export type ContactPage = z.infer<typeof ContactPage>

export type ContactFilter = { q?: string; phoneNumber?: string; tag?: string }

const root = '/api/twilio/contacts'

export function listContacts(query: ContactFilter & { cursor?: string; limit?: number }, signal?: AbortSignal) {
  return request(ContactPage, root, { query, signal })
}

export function createContact(input: SaveContactInput) {
  return request(Contact, root, { method: 'POST', body: input })
}

export function updateContact(id: string, input: Partial<SaveContactInput>) {
  return request(Contact, `${root}/${id}`, { method: 'PATCH', body: input })
}

export async function listContactTags(signal?: AbortSignal) {
  const answer = await request(z.object({ items: z.array(ContactTag) }), `${root}/tags`, { signal })
  return answer.items
}

export function importContacts(csv: string) {
  return request(ContactImport, `${root}/import`, { method: 'POST', csv })
}
