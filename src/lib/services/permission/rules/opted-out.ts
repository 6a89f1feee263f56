import type { PermissionRule } from '../rule'

/** Who said STOP gets no texts, from any of our numbers. The newest row of the ledger decides; served by twilio_opt_outs_newest. */
export const optedOut: PermissionRule = async (_ctx, tx, { to, medium }) => {
  if (medium !== 'message') return null
  const result = await tx.client.query<{ kind: string }>({
    name: 'newest-opt-out',
    text: `select kind from twilio_opt_outs where phone_number = $1 order by recorded_at desc, id desc limit 1`,
    values: [to],
  })
  return result.rows[0]?.kind === 'opted_out'
    ? {
        verdict: 'refused',
        rule: 'opted_out',
        reason: 'This person opted out of texts. They can text START to your number to receive them again.',
      }
    : null
}
