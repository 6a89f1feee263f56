import type { Context } from '@/lib/context'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { createWelcomeLink } from '@/lib/services/people/create-welcome-link'
import { getPerson } from '@/lib/services/people/get-person'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { ConflictError } from '@/shared/errors'
import type { InvitedPerson } from '@/shared/schemas/person'

/**
 * A fresh link for a person: an invitation while no password was ever set, one for a new password afterwards. Earlier links stop
 * working; the old password works until the new one is set.
 */
export async function renewInvite(ctx: Context, { id }: { id: string }): Promise<InvitedPerson> {
  return ctx.database.transaction(async (tx) => {
    const person = await getPerson(tx.client, id)
    if (person.status === 'disabled') throw new ConflictError('This person is disabled.')
    const kind = person.status === 'invited' ? 'invitation' : 'password_reset'
    const { url, expiresAt } = await createWelcomeLink(ctx, tx, { kind, userId: id })
    await recordAudit(ctx, tx, { action: 'person.renew_link', subject: id, details: { kind } })
    await broadcast(tx.client, ctx.clock.now(), [{ type: 'person.changed', data: { userId: id } }])
    return { person, inviteUrl: url, expiresAt }
  })
}
