import type { ClientBase } from 'pg'
import { personColumns, toPerson, type PersonRow } from '@/lib/services/people/person-row'
import { NotFoundError } from '@/shared/errors'
import type { Person } from '@/shared/schemas/person'

/** A person by id, read in the caller's transaction. Throws NotFoundError. */
export async function getPerson(client: ClientBase, id: string): Promise<Person> {
  const result = await client.query<PersonRow>(`select ${personColumns} from users people where people.id = $1`, [id])
  const row = result.rows[0]
  if (!row) throw new NotFoundError('There is no such person.')
  return toPerson(row)
}
