import pg from 'pg'
import type { Log } from '@/lib/utils/log'
import { eventLogChannel } from '@/lib/utils/twilio-broadcast'
import type { Timers } from '@/shared/timers'

const firstRetryMilliseconds = 100
const slowestRetryMilliseconds = 5_000

/** A query that takes longer means that the connection is dead without knowing it. */
const queryMilliseconds = 10_000

export type LogConnection = {
  /** The connection, while there is one. */
  current(): pg.Client | null
  /** Gives up a connection that misbehaved and makes a new one. */
  replace(reason: unknown): void
  stop(): Promise<void>
}

/**
 * A connection of its own that LISTENs to the event log, and is made again with backoff whenever it breaks. `onOpen` runs after each LISTEN:
 * whatever was notified while there was no connection must be read then.
 */
export async function openLogConnection(options: {
  connectionString: string
  /** Shows in pg_stat_activity. */
  applicationName?: string
  log: Log
  timers: Timers
  random: () => number
  onOpen: () => void
  onNotify: () => void
}): Promise<LogConnection> {
  let client: pg.Client | null = null
  let failures = 0
  let stopped = false
  let cancelRetry: (() => void) | null = null

  async function open() {
    const opening = new pg.Client({
      connectionString: options.connectionString,
      application_name: options.applicationName ?? 'eva-twilio-sync',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: queryMilliseconds,
      // A plan made while the log is empty would read all of it, 25 times a second, until somebody analyzes it.
      options: '-c enable_seqscan=off',
    })
    opening.on('error', (error) => lose(opening, error))
    opening.on('end', () => lose(opening, new Error('the connection ended')))
    opening.on('notification', options.onNotify)
    try {
      await opening.connect()
      await opening.query(`listen ${eventLogChannel}`)
    } catch (error) {
      void opening.end().catch(() => undefined)
      throw error
    }
    if (stopped) return void opening.end().catch(() => undefined)
    client = opening
    failures = 0
    options.onOpen()
  }

  function lose(lost: pg.Client, reason: unknown) {
    if (client !== lost) return
    client = null
    void lost.end().catch(() => undefined)
    options.log.warn({ err: reason }, 'the live event connection was lost')
    retry()
  }

  function retry() {
    if (stopped) return
    const ceiling = Math.min(firstRetryMilliseconds * 2 ** failures, slowestRetryMilliseconds)
    failures += 1
    cancelRetry = options.timers.after(ceiling * (0.5 + options.random() / 2), () => {
      open().catch((error: unknown) => {
        options.log.warn({ err: error }, 'the live event connection could not be made')
        retry()
      })
    })
  }

  await open()
  return {
    current: () => client,
    replace(reason) {
      if (client) lose(client, reason)
    },
    async stop() {
      stopped = true
      cancelRetry?.()
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}
