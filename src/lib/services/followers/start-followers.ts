import type { Essentials } from '@/lib/context'
import { isOutage } from '@/lib/services/health/is-outage'
import { currentCursor } from '@/lib/services/sync/current-cursor'
import { openLogConnection } from '@/lib/services/sync/log-connection'
import { createLimiter } from '@/lib/services/sync/limiter'
import { realTimers, type Timers } from '@/shared/timers'
import { FollowError, followBatch, UnreadableEventError } from './follow-batch'
import type { Follower } from './follower'
import { passEvent } from './pass-event'

/** Small enough that reading a batch holds the process for a few milliseconds. */
const batchSize = 200
const coalesceMilliseconds = 200
const pollMilliseconds = 5_000
const pauseMilliseconds = 500

/** How often an event may fail alone before it is passed; more often while the database could be to blame. */
const tries = 3
const triesInOutage = 60

/** How many followers use a connection at once: people need the others. */
const concurrentBatches = 2

export type RunningFollowers = {
  /** Reads soon. `types`: what the log has got; null when that is not known. */
  wake(types: ReadonlySet<string> | null): void
  stop(): Promise<void>
}

/** `listen`: on a connection of its own, in a process that has no live streams to be woken by. */
export type FollowersOptions = { listen?: boolean; timers?: Timers; random?: () => number }

/**
 * Runs every follower in this process: when woken, at most once per `coalesceMilliseconds`, and by a slow poll. Each goes at its own pace.
 * A batch that fails is tried again event by event; an event that always fails is kept as a failed operation and passed. While the database
 * is away nothing is passed.
 */
export async function startFollowers(
  essentials: Essentials,
  followers: readonly Follower[],
  { listen = false, timers = realTimers, random = Math.random }: FollowersOptions = {},
): Promise<RunningFollowers> {
  await essentials.database.pool.query({
    name: 'ensure-followers',
    text: 'insert into twilio_event_followers (name, after) select unnest($1::text[]), $2 on conflict do nothing',
    values: [followers.map((follower) => follower.name), await currentCursor(essentials)],
  })
  const limited = createLimiter(concurrentBatches)
  const runs = followers.map((follower) => ({ follower, run: runFollower(essentials, follower, timers, limited) }))
  const wake = (types: ReadonlySet<string> | null) => {
    for (const { follower, run } of runs) {
      if (types === null || follower.types.some((type) => types.has(type))) run.wake()
    }
  }
  const wakeAll = () => wake(null)
  const connection = listen
    ? await openLogConnection({
        connectionString: essentials.config.databaseUrl,
        applicationName: 'eva-twilio-followers',
        log: essentials.log,
        timers,
        random,
        onOpen: wakeAll,
        onNotify: wakeAll,
      })
    : null
  const stopPolling = timers.every(pollMilliseconds, wakeAll)
  wakeAll()
  return {
    wake,
    async stop() {
      stopPolling()
      await connection?.stop()
      await Promise.all(runs.map(({ run }) => run.stop()))
    },
  }
}

function runFollower(
  essentials: Essentials,
  follower: Follower,
  timers: Timers,
  limited: ReturnType<typeof createLimiter>,
) {
  const { log } = essentials
  let running: Promise<void> | null = null
  let cancelRest: (() => void) | null = null
  let wanted = false
  let stopped = false
  /** Events still to be handled one by one, after a batch failed. */
  let alone = 0
  let failures = 0

  function wake() {
    wanted = true
    if (running || cancelRest || stopped) return
    wanted = false
    rest(coalesceMilliseconds)
    running = run()
      .catch((error: unknown) => {
        log.warn({ err: error, follower: follower.name }, 'a follower had to stop and goes on later')
        wanted = true
        rest(pauseMilliseconds)
      })
      .finally(() => {
        running = null
        if (wanted) wake()
      })
  }

  function rest(milliseconds: number) {
    cancelRest?.()
    cancelRest = timers.after(milliseconds, () => {
      cancelRest = null
      if (wanted) wake()
    })
  }

  async function run() {
    for (let goOn = true; goOn;) goOn = (await step()) && !stopped
  }

  /** One batch; whether there may be more. */
  async function step() {
    try {
      const outcome = await limited(() => followBatch(essentials, follower, alone > 0 ? 1 : batchSize))
      failures = 0
      alone = Math.max(0, alone - 1)
      return outcome === 'more'
    } catch (error) {
      await afterFailure(error)
      return true
    }
  }

  async function afterFailure(error: unknown) {
    if (!(error instanceof FollowError)) throw error
    const [event, ...others] = error.events
    if (!event || others.length > 0) {
      alone = error.events.length
      return
    }
    failures += 1
    const enough = isOutage(error.cause) ? triesInOutage : tries
    if (failures < enough && !(error.cause instanceof UnreadableEventError)) throw error
    log.error({ err: error.cause, follower: follower.name, event: event.id }, 'a follower failed with an event')
    const reason = error.cause instanceof Error ? error.cause.message : 'It failed without a reason.'
    await passEvent(essentials, follower, { event, reason })
    failures = 0
  }

  return {
    wake,
    async stop() {
      stopped = true
      cancelRest?.()
      await running
    },
  }
}
