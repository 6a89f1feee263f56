import { ConfigError, configFromEnvironment } from '@/config'
import { MigrationError } from '@/lib/db/migrate'
import { startServer, type RunningServer } from '@/start-server'

/** How long a stop may take before the process ends anyway. */
const drainMilliseconds = 10_000

async function main() {
  const server = await startServer(configFromEnvironment())
  process.send?.({ type: 'ready', url: server.url })
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop(server))
}

async function stop(server: RunningServer) {
  setTimeout(() => process.exit(1), drainMilliseconds).unref()
  await server.close()
  process.exit(0)
}

main().catch((error: unknown) => {
  const known =
    error instanceof ConfigError || error instanceof MigrationError || (error instanceof Error && 'code' in error)
  process.stderr.write(
    `${known && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
