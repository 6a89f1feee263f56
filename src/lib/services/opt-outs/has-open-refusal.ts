import type { Transaction } from '@/lib/db/client'

/** Whether this number has asked in its own words to be left alone and nobody has decided yet. Served by opt_out_suggestions_open. */
export async function hasOpenRefusal(tx: Pick<Transaction, 'client'>, phoneNumber: string): Promise<boolean> {
  const result = await tx.client.query({
    name: 'open-refusal',
    text: `select from opt_out_suggestions where phone_number = $1 and status = 'open'`,
    values: [phoneNumber],
  })
  return result.rowCount !== 0
}
