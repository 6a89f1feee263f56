import type { Role } from '@/shared/schemas/role'
import type { Journey } from './start-journey'

type Init = { method?: string; body?: unknown }

const password = 'a quiet morning in november'
let invited = 0

/** Invites people of these names and signs them in; `api(name)` then asks as that person. */
export async function signInPeople(journey: Journey, names: readonly string[], role: Role = 'agent') {
  const people = new Map<string, { id: string; cookie: string }>()
  for (const name of names) {
    invited += 1
    const invitation = await journey.api('/people', {
      method: 'POST',
      body: { name, email: `person-${invited}@firm.example`, role },
    })
    const token = new URL(invitation.body.inviteUrl).searchParams.get('token')
    const arrived = await fetch(`${journey.server.url}/api/twilio/welcome`, {
      method: 'POST',
      body: JSON.stringify({ token, password }),
    })
    const cookie = arrived.headers.getSetCookie().map((set) => set.split(';')[0])
    people.set(name, { id: invitation.body.person.id, cookie: cookie.join('; ') })
  }
  const find = (name: string) => {
    const person = people.get(name)
    if (!person) throw new Error(`nobody is called ${name}`)
    return person
  }
  return {
    idOf: (name: string) => find(name).id,
    cookieOf: (name: string) => find(name).cookie,
    api:
      (name: string) =>
      (path: string, init: Init = {}) =>
        journey.api(path, {
          ...init,
          headers: { Authorization: '', Cookie: find(name).cookie, Origin: journey.server.url },
        }),
  }
}

export type SignedIn = Awaited<ReturnType<typeof signInPeople>>
