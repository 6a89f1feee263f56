import { pageOf } from '@/shared/schemas/page'
import { InvitedPerson, Person, type NewPerson, type PersonChange } from '@/shared/schemas/person'
import { request } from './request'

const PersonPage = pageOf(Person)
const root = '/api/twilio/people'

export function listPeople(signal?: AbortSignal) {
  return request(PersonPage, root, { query: { limit: 200 }, signal })
}

export function invitePerson(input: NewPerson) {
  return request(InvitedPerson, root, { method: 'POST', body: input })
}

/** A fresh link: an invitation, or a new password for who has one. */
export function renewInvite(id: string) {
  return request(InvitedPerson, `${root}/${id}/invite`, { method: 'POST' })
}

export function updatePerson({ id, change }: { id: string; change: PersonChange }) {
  return request(Person, `${root}/${id}`, { method: 'PATCH', body: change })
}
