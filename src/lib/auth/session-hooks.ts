import { APIError } from 'better-auth/api'
import { recordAudit } from '@/lib/services/audit/record-audit'
import type { Installation } from '@/lib/context'
import { Role } from '@/shared/schemas/role'

type Needs = Pick<Installation, 'database' | 'clock'>

/** Refuses a session to who is disabled. Asked after the password was right, so it tells a stranger nothing. */
export function beginSession({ database }: Needs) {
  return async function beginSession(session: { userId: string }) {
    const result = await database.pool.query<{ disabled: boolean }>({
      name: 'is-user-disabled',
      text: 'select disabled from users where id = $1',
      values: [session.userId],
    })
    if (result.rows[0]?.disabled !== false)
      throw new APIError('FORBIDDEN', { message: 'This account is disabled. Ask an administrator.', code: 'forbidden' })
  }
}

/** Writes into the audit log that somebody signed in. */
export function recordSession(installation: Needs) {
  return async function recordSession(session: { userId: string }) {
    const { database, clock } = installation
    await database.transaction(async (tx) => {
      const result = await tx.client.query<{ role: string }>('select role from users where id = $1', [session.userId])
      const role = Role.safeParse(result.rows[0]?.role)
      if (!role.success) return
      const actor = { type: 'operator', userId: session.userId, role: role.data } as const
      await recordAudit({ actor, clock }, tx, { action: 'session.create', subject: session.userId })
    })
  }
}
