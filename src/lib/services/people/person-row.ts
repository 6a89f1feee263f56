import type { Person } from '@/shared/schemas/person'
import type { Role } from '@/shared/schemas/role'

/** Columns of a person, with whether a password was ever set; `people` is the alias of users. */
export const personColumns = `people.id, people.name, people.email, people.role, people.disabled, people.phone_number, people.created_at,
  exists (select from accounts where accounts.user_id = people.id and provider_id = 'credential') as arrived`

export type PersonRow = {
  id: string
  name: string
  email: string
  role: Role
  disabled: boolean
  phone_number: string | null
  created_at: Date
  arrived: boolean
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    phoneNumber: row.phone_number,
    status: row.disabled ? 'disabled' : row.arrived ? 'active' : 'invited',
    createdAt: row.created_at.toISOString(),
  }
}
