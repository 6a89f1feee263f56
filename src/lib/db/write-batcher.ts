import type { WriteFailure } from '@/lib/db/classify-database-error'
import { UnavailableError } from '@/shared/errors'

export type WriteBatcher<Item, Result> = {
  /** Resolves when the item is durable. Throws UnavailableError when it is not: the queue is full, the database gone, or we are stopping. */
  write(item: Item): Promise<Result>
  /** How many wait or are being written. */
  depth(): number
  /** Takes nothing more and resolves when everything taken is written or refused. */
  stop(): Promise<void>
}

type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** How often a batch that met another transaction's lock is tried again before its writers are told. */
const attemptsOnConflict = 3

/**
 * Writes that come at once share a transaction: what arrives while one batch commits goes into the next, so a burst costs few commits
 * and nobody waits longer than for one. `write` gets a batch and gives its results in the same order, all durable or none.
 * A batch that fails over somebody's data is halved until only the bad row fails; neighbours are stored.
 */
export function createWriteBatcher<Item, Result>(options: {
  write: (items: Item[]) => Promise<Result[]>
  classify: (error: unknown) => WriteFailure
  /** Rows in one transaction. */
  maximumRows?: number
  /** Batches on their way at once, each on a connection of its own; more than one keeps the database busy while we parse. */
  maximumInFlight?: number
  /** Writers that may wait; one more is turned away. */
  maximumWaiting: number
}): WriteBatcher<Item, Result> {
  const { maximumRows = 500, maximumInFlight = 1 } = options
  const waiting: Waiting<Item, Result>[] = []
  const running = new Set<Promise<void>>()
  let writing = 0
  let stopping = false
  let gathering = false

  function begin() {
    gathering = false
    if (waiting.length === 0 || running.size >= maximumInFlight) return
    const batch = waiting.splice(0, maximumRows)
    writing += batch.length
    const run = writeBatch(batch, attemptsOnConflict).finally(() => {
      running.delete(run)
      writing -= batch.length
      begin()
    })
    running.add(run)
  }

  async function writeBatch(batch: Waiting<Item, Result>[], attempts: number): Promise<void> {
    try {
      const results = await options.write(batch.map((each) => each.item))
      if (results.length !== batch.length) throw new Error('a write gave a wrong number of results')
      for (const [index, result] of results.entries()) batch[index]?.resolve(result)
    } catch (error) {
      const failure = options.classify(error)
      if (failure === 'conflict' && attempts > 1) return writeBatch(batch, attempts - 1)
      if (failure !== 'unavailable' && batch.length > 1) {
        const half = batch.length >> 1
        await writeBatch(batch.slice(0, half), attempts)
        return writeBatch(batch.slice(half), attempts)
      }
      for (const each of batch) each.reject(failure === 'bad row' ? error : unavailable(error))
      // Who waits behind a database that is gone would only wait to hear the same.
      if (failure === 'unavailable') for (const each of waiting.splice(0)) each.reject(unavailable(error))
    }
  }

  return {
    write(item) {
      return new Promise((resolve, reject) => {
        if (stopping) return reject(new UnavailableError('The server is stopping.'))
        if (waiting.length >= options.maximumWaiting) {
          return reject(new UnavailableError('Too much is waiting to be written.'))
        }
        waiting.push({ item, resolve, reject })
        if (gathering || running.size >= maximumInFlight) return
        // The requests that this turn of the event loop still brings share the batch.
        gathering = true
        setImmediate(begin)
      })
    },
    depth: () => waiting.length + writing,
    async stop() {
      stopping = true
      begin()
      while (running.size > 0) await Promise.all(running)
    },
  }
}

function unavailable(cause: unknown) {
  return new UnavailableError('The database cannot be reached. Try again in a moment.', { cause })
}
