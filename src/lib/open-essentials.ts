import type { Config } from '@/config'
import type { Essentials } from '@/lib/context'
import { openDatabase } from '@/lib/db/client'
import { createDatabaseClock } from '@/lib/db/database-clock'
import { migrate } from '@/lib/db/migrate'
import { createJobs, type RunnerState } from '@/lib/jobs/create-jobs'
import { installJobSchema } from '@/lib/jobs/install-job-schema'
import { createStorage } from '@/lib/storage/create-storage'
import { createTwilioPort } from '@/lib/twilio/create-twilio-port'
import type { TwilioPort } from '@/lib/twilio/port'
import type { Clock } from '@/lib/utils/clock'
import { createLog, type Log } from '@/lib/utils/log'

/** What tests pass in place of the real thing. */
export type EssentialReplacements = { clock?: Clock; log?: Log; twilio?: TwilioPort }

/** Brings the database up to date and opens what every verb needs; `close` lets go of it. `runner` is for whoever runs the jobs. */
export async function openEssentials(
  config: Config,
  replacements: EssentialReplacements = {},
): Promise<{ essentials: Essentials; runner: RunnerState; close: () => Promise<void> }> {
  const log = replacements.log ?? createLog(config.logLevel)
  await migrate({ connectionString: config.databaseUrl, log: (line) => log.info(line) })
  await installJobSchema({ connectionString: config.databaseUrl, log })
  const database = openDatabase({ connectionString: config.databaseUrl })
  const databaseClock = replacements.clock ? null : await createDatabaseClock(database.pool)
  const clock = replacements.clock ?? databaseClock
  if (!clock) throw new Error('no clock')
  const twilio = replacements.twilio ?? createTwilioPort(config)
  const runner: RunnerState = { wanted: false, running: false }
  return {
    essentials: { config, database, clock, log, twilio, storage: createStorage(config), jobs: createJobs(runner) },
    runner,
    async close() {
      twilio.close()
      databaseClock?.stop()
      await database.close()
    },
  }
}
