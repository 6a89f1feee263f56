import { Writable } from 'node:stream'
import pg from 'pg'

/**
 * Connections for batched writes, apart from those that serve people: a slow list must not keep a caller waiting. Pipelined, because the
 * statements of a batch do not wait for each other. Twilio gives up after 4.5 s, so silence longer than `answerWithinMilliseconds` is an
 * error here. Every statement finds its rows by key: plans are made once, without sequential scans.
 */
export function openBatchPool(options: {
  connectionString: string
  maximum: number
  answerWithinMilliseconds?: number
}): pg.Pool {
  const answerWithin = options.answerWithinMilliseconds ?? 2_500
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maximum,
    // A connection keeps its prepared statements: a text after a quiet minute is not to wait for new ones.
    idleTimeoutMillis: 0,
    pipeline: true,
    application_name: 'eva-twilio-record',
    connectionTimeoutMillis: 1_500,
    query_timeout: answerWithin,
    idle_in_transaction_session_timeout: 5_000,
    options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off',
  })
  // A connection that breaks, idle or in use, is replaced at the next batch; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * One transaction in two round trips: what `work` sends first leaves with the `begin`, what it returns as `last` leaves with the `commit`.
 * Resolves after the commit; on any error nothing is kept.
 */
export async function inBatchTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<{ result: Result; last?: (client: pg.PoolClient) => Promise<unknown> }>,
): Promise<Result> {
  const client = await pool.connect()
  let broken = false
  try {
    const [, { result, last }] = await inOneWrite(client, () => allSent(client.query('begin'), work(client)))
    const [, committed] = await inOneWrite(client, () => allSent(last?.(client), client.query('commit')))
    if (committed.command !== 'COMMIT') throw new Error('the transaction was rolled back')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Waits for two statements sent together; throws the first one's error, since the second then only says that the transaction is lost. */
export async function allSent<First, Second>(first: Promise<First> | First, second: Promise<Second>) {
  const [one, two] = await Promise.allSettled([first, second])
  if (one.status === 'rejected') throw one.reason
  if (two.status === 'rejected') throw two.reason
  return [one.value, two.value] as const
}

/** Holds the socket while `send` sends, so that its statements leave in one write: each write wakes the database for itself. */
function inOneWrite<Result>(client: pg.ClientBase, send: () => Result): Result {
  const connection: unknown = Reflect.get(client, 'connection')
  const stream: unknown = typeof connection === 'object' && connection ? Reflect.get(connection, 'stream') : null
  if (!(stream instanceof Writable)) return send()
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}
