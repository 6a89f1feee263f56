import type { CoreContext } from '@/lib/context'
import { actorName } from '@/lib/context'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ConflictError } from '@/shared/errors'

/** A claim holds this long: longer than any send takes with all its tries. Afterwards its process is taken for dead. */
export const claimMilliseconds = 120_000

/** How long the answer of a key is kept. */
const keepMilliseconds = 24 * 60 * 60 * 1000

export type Claim =
  /** Ours to run. `subjectId` is the id of the row to make: whoever ran before us, and died, made it under the same id. */
  | { state: 'claimed'; subjectId: string }
  | { state: 'answered'; status: number; body: string }
  /** Another request with the key is running. */
  | { state: 'running' }

type Row = { request_hash: string; subject_id: string; answer_status: number | null; answer_body: string | null }

/**
 * Takes an Idempotency-Key for one request, or tells what became of the request that has it. One statement, so of many at once exactly one
 * gets it. ConflictError when the key came with another request before.
 */
export async function claimIdempotencyKey(
  ctx: Pick<CoreContext, 'actor' | 'clock' | 'database'>,
  input: { key: string; requestHash: string },
): Promise<Claim> {
  const at = ctx.clock.now()
  const values = [
    actorName(ctx.actor),
    input.key,
    input.requestHash,
    uuidV7(at),
    new Date(at.getTime() + claimMilliseconds),
    at,
    new Date(at.getTime() + keepMilliseconds),
  ]
  // A claim is taken over when it has lapsed without an answer, a whole row when it has expired. Served by the primary key.
  const taken = await ctx.database.pool.query<{ subject_id: string }>({
    name: 'claim-idempotency-key',
    text: `insert into idempotency_keys as present (actor, key, request_hash, subject_id, claimed_until, created_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (actor, key) do update
             set request_hash = excluded.request_hash, claimed_until = excluded.claimed_until,
                 subject_id = case when present.expires_at <= $6 then excluded.subject_id else present.subject_id end,
                 expires_at = case when present.expires_at <= $6 then excluded.expires_at else present.expires_at end,
                 answer_status = null, answer_body = null
             where present.expires_at <= $6
                or (present.answer_status is null and present.claimed_until <= $6 and present.request_hash = excluded.request_hash)
           returning subject_id`,
    values,
  })
  const mine = taken.rows[0]
  if (mine) return { state: 'claimed', subjectId: mine.subject_id }
  const present = await ctx.database.pool.query<Row>({
    name: 'read-idempotency-key',
    text: `select request_hash, subject_id, answer_status, answer_body from idempotency_keys where actor = $1 and key = $2`,
    values: values.slice(0, 2),
  })
  const row = present.rows[0]
  // Released between the two statements.
  if (!row) return { state: 'running' }
  if (row.request_hash !== input.requestHash) {
    throw new ConflictError('This Idempotency-Key was used for another request. Use a new key for a new request.')
  }
  if (row.answer_status === null || row.answer_body === null) return { state: 'running' }
  return { state: 'answered', status: row.answer_status, body: row.answer_body }
}
