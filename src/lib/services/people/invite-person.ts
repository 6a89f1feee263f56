import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { createWelcomeLink } from '@/lib/services/people/create-welcome-link'
import { getPerson } from '@/lib/services/people/get-person'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError } from '@/shared/errors'
import type { InvitedPerson, NewPerson } from '@/shared/schemas/person'

/** Adds a person who cannot sign in before using the link that comes back. Throws ConflictError when the address is taken. */
export async function invitePerson(
  ctx: Context,
  { id: givenId, ...invited }: NewPerson & { id?: string | undefined },
): Promise<InvitedPerson> {
  return ctx.database.transaction(async (tx) => {
    const now = ctx.clock.now()
    const id = givenId ?? uuidV7(now)
    const added = await tx.client.query(
      `insert into users (id, name, email, role, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
       on conflict do nothing`,
      [id, invited.name, invited.email, invited.role, now],
    )
    if (added.rowCount === 0) throw new ConflictError('Somebody with this e-mail address is in the list already.')
    const { url, expiresAt } = await createWelcomeLink(ctx, tx, { kind: 'invitation', userId: id })
    await recordAudit(ctx, tx, { action: 'person.invite', subject: id, details: { role: invited.role } })
    const person = await getPerson(tx.client, id)
    await broadcast(tx.client, now, [{ type: 'person.changed', data: { userId: id } }])
    return { person, inviteUrl: url, expiresAt }
  })
}
