import type { AddressInfo } from 'node:net'
import { createServer, type RequestListener } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from '@/api/app'
import { createWorkerApp } from '@/api/worker-app'
import { replayWebhook } from '@/api/twilio/webhooks/replay-webhook'
import { createWebSocketServer } from '@/api/twilio/sync/create-web-socket-server'
import { busyLane } from '@/api/twilio/webhooks/busy-lane'
import type { Config } from '@/config'
import { createAuth } from '@/lib/auth/create-auth'
import { isStillAllowed } from '@/lib/auth/is-still-allowed'
import type { Installation } from '@/lib/context'
import { startJobRunner } from '@/lib/jobs/start-job-runner'
import { openEssentials, type EssentialReplacements } from '@/lib/open-essentials'
import { registerEssentials } from '@/lib/registered-essentials'
import type { Follower } from '@/lib/services/followers/follower'
import { followers as allFollowers } from '@/lib/services/followers/followers'
import { startFollowers, type RunningFollowers } from '@/lib/services/followers/start-followers'
import { noSync } from '@/lib/services/sync/no-sync'
import { startTwilioSync, type TwilioSyncOptions } from '@/lib/services/twilio-sync'
import { ensureFirstAdminLink } from '@/lib/services/people/ensure-first-admin-link'
import { ensureOwnNumber } from '@/lib/services/numbers/ensure-own-number'
import { createRecorder } from '@/lib/services/recorder/create-recorder'
import { createMetrics } from '@/lib/utils/metrics'

export type RunningServer = {
  url: string
  port: number
  installation: Installation
  /** The one-time link of the first administrator, while nobody can sign in yet. */
  firstAdminUrl: string | null
  close(): Promise<void>
}

/** What tests pass in place of the real thing. */
export type Replacements = EssentialReplacements & { sync?: TwilioSyncOptions; followers?: readonly Follower[] }

/** config → database → migrate → jobs → app → listen. `close` drains requests and jobs, then lets go of everything. */
export async function startServer(config: Config, replacements: Replacements = {}): Promise<RunningServer> {
  const { essentials, runner: runnerState, close } = await openEssentials(config, replacements)
  const { database, clock, log } = essentials
  const auth = createAuth({ config, database, clock, log })
  const metrics = createMetrics()
  let followers: RunningFollowers | null = null
  const sync =
    config.role === 'worker'
      ? noSync()
      : await startTwilioSync(
          { connectionString: config.databaseUrl, database, log },
          {
            isStillAllowed: (actor) => isStillAllowed({ database, clock }, actor),
            onEvents: (events) => followers?.wake(events && new Set(events.map((event) => event.type))),
            ...replacements.sync,
          },
        )
  const recorder = createRecorder({ config, clock })
  const installation: Installation = {
    ...essentials,
    auth,
    metrics,
    sync,
    recorder,
    replayWebhook: (webhook) => replayWebhook(installation, webhook),
  }
  runnerState.wanted = config.role !== 'web'
  if (runnerState.wanted) {
    followers = await startFollowers(essentials, replacements.followers ?? allFollowers, {
      listen: config.role === 'worker',
    })
  }
  await ensureOwnNumber(installation)
  const firstAdminUrl = config.role === 'worker' ? null : await ensureFirstAdminLink(installation)
  const app = config.role === 'worker' ? createWorkerApp(installation) : createApp(installation)
  if (runnerState.wanted)
    await essentials.jobs.enqueue(database, 'recover-missed', {}, { key: 'recover-missed', tries: 1 })
  // Whoever waits in a room has waited for this.
  await essentials.jobs.enqueue(database, 'look-at-rooms', {}, { key: 'look-at-rooms', tries: 1 })
  const runner = runnerState.wanted ? await startJobRunner(installation, runnerState) : null

  // The adaptor listens nowhere: it makes Fetch requests of what the lane for texts leaves to it.
  const adaptor = createAdaptorServer({ fetch: app.fetch, websocket: { server: createWebSocketServer() } })
  const others: RequestListener = (request, response) => adaptor.emit('request', request, response)
  const server = createServer(config.role === 'worker' ? others : busyLane(installation, others))
  server.on('upgrade', (request, socket, head) => adaptor.emit('upgrade', request, socket, head))
  server.listen(config.port, config.host)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const unregister = registerEssentials(essentials)
  const { port } = listeningAddress(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    installation,
    firstAdminUrl,
    async close() {
      unregister()
      await sync.stop()
      await new Promise((resolve) => server.close(resolve))
      await Promise.all([runner?.stop(), followers?.stop()])
      await recorder.stop()
      await close()
    },
  }
}

function listeningAddress(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return address
}
