import type { ClientBase } from 'pg'
import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { getPerson } from '@/lib/services/people/get-person'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { Person, PersonChange } from '@/shared/schemas/person'
import { lockKeys } from '@/lib/db/lock-keys'

/**
 * Changes a person's name, role, own phone or whether they may sign in. A new role or being disabled ends their sessions in the same transaction.
 * Throws ConflictError when nobody would be left who can administrate.
 */
export async function updatePerson(ctx: Context, { id, ...change }: PersonChange & { id: string }): Promise<Person> {
  const person = await ctx.database.transaction(async (tx) => {
    await tx.client.query('select pg_advisory_xact_lock($1)', [lockKeys.administrators])
    const before = await getPerson(tx.client, id)
    const now = ctx.clock.now()
    await tx.client.query(
      `update users set name = coalesce($2, name), role = coalesce($3, role), disabled = coalesce($4, disabled),
         phone_number = case when $5 then $6 else phone_number end, updated_at = $7 where id = $1`,
      [
        id,
        change.name ?? null,
        change.role ?? null,
        change.disabled ?? null,
        change.phoneNumber !== undefined,
        change.phoneNumber ?? null,
        now,
      ],
    )
    const after = await getPerson(tx.client, id)
    const lostAdministrator = isActiveAdministrator(before) && !isActiveAdministrator(after)
    if (lostAdministrator && !(await hasActiveAdministrator(tx.client)))
      throw new ConflictError('Nobody would be left who can administrate. Make someone else an administrator first.')
    await renameAssignee(tx.client, before, after)
    if (after.role !== before.role || after.status === 'disabled')
      await tx.client.query('delete from sessions where user_id = $1', [id])
    if (after.status === 'disabled') await tx.client.query('delete from welcome_links where user_id = $1', [id])
    await recordAudit(ctx, tx, { action: 'person.update', subject: id, details: change })
    await broadcast(tx.client, now, [{ type: 'person.changed', data: { userId: id } }])
    return after
  })
  ctx.auth.actors.forgetAll()
  return person
}

function isActiveAdministrator(person: Person) {
  return person.role === 'admin' && person.status === 'active'
}

async function hasActiveAdministrator(client: ClientBase) {
  const result = await client.query(
    `select from users where role = 'admin' and not disabled
     and exists (select from accounts where accounts.user_id = users.id and provider_id = 'credential') limit 1`,
  )
  return result.rowCount === 1
}

/** The name stands with the conversations a person was given; by conversations_assigned. */
async function renameAssignee(client: ClientBase, before: Person, after: Person) {
  if (after.name === before.name) return
  await client.query('update conversations set assigned_name = $2 where assigned_to = $1', [after.id, after.name])
}
