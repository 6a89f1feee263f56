import { ConfigError, configFromEnvironment } from '@/config'
import { isOutage } from '@/lib/services/health/is-outage'
import { MigrationError } from '@/lib/db/migrate'
import { startServer, type RunningServer } from '@/start-server'

/** How long a stop may take before the process ends anyway. */
const drainMilliseconds = 10_000

async function main() {
  const server = await startServer(configFromEnvironment())
  const { url, firstAdminUrl } = server
  if (process.send) process.send({ type: 'ready', url, firstAdminUrl })
  // For a person's eyes, not for the log: whoever has this link becomes the administrator.
  else if (firstAdminUrl)
    process.stderr.write(`\nNobody can sign in yet. The first administrator begins here:\n${firstAdminUrl}\n\n`)
  // The job runner leaves a rejection behind when the database goes away in mid-job. The pools recover, so the process stays.
  process.on('unhandledRejection', (error) => {
    server.installation.log.error({ err: error }, 'unhandled rejection')
    if (!isOutage(error)) void stop(server, 1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop(server))
}

async function stop(server: RunningServer, code = 0) {
  setTimeout(() => process.exit(1), drainMilliseconds).unref()
  await server.close()
  process.exit(code)
}

main().catch((error: unknown) => {
  const known =
    error instanceof ConfigError || error instanceof MigrationError || (error instanceof Error && 'code' in error)
  process.stderr.write(
    `${known && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
