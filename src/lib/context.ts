import type { Config } from '@/config'
import type { Auth } from '@/lib/auth/create-auth'
import type { Database } from '@/lib/db/client'
import type { Recorder } from '@/lib/services/recorder/create-recorder'
import type { Jobs } from '@/lib/jobs/create-jobs'
import type { ReplayWebhook } from '@/lib/services/webhooks/kept-webhook'
import type { TwilioSync } from '@/lib/services/twilio-sync'
import type { Storage } from '@/lib/storage/storage'
import type { TwilioPort } from '@/lib/twilio/port'
import type { Clock } from '@/lib/utils/clock'
import type { Log } from '@/lib/utils/log'
import type { Metrics } from '@/lib/utils/metrics'
import type { Role } from '@/shared/schemas/role'

/** Who is acting. */
export type Actor =
  | { type: 'operator'; userId: string; role: Role; sessionId?: string; host?: HostSignIn }
  | { type: 'api-key'; keyId: string; role: Role }
  | { type: 'webhook'; source: 'twilio' }
  | { type: 'job'; task: string }
  | { type: 'system' }

/** What a host application's token says of a person who is not in our own list. */
export type HostSignIn = { name: string; email: string | null; expiresAt: string }

/** What the running installation is made of; built once by start-server.ts, by tests with a clock they move. */
export type Installation = {
  config: Config
  database: Database
  clock: Clock
  log: Log
  auth: Auth
  metrics: Metrics
  /** The live streams of this process. */
  sync: TwilioSync
  /** Writes webhooks down, many in one transaction, before they are answered. */
  recorder: Recorder
  twilio: TwilioPort
  /** Where recordings and the files of texts are kept. */
  storage: Storage
  /** Background work. */
  jobs: Jobs
  /** Handles a webhook that is kept, or that Twilio could not bring. */
  replayWebhook: ReplayWebhook
}

/** What most verbs need. A program beside the server (services/twilio.ts) has only this: no sign-in, no live streams, no webhooks. */
export type Essentials = Pick<Installation, 'config' | 'database' | 'clock' | 'log' | 'twilio' | 'storage' | 'jobs'>

/** First argument of the verbs that programs beside the server may call too. */
export type CoreContext = Essentials & { actor: Actor; requestId: string }

/** First argument of every verb. */
export type Context = Installation & { actor: Actor; requestId: string }

/** The actor as audit_log and created_by keep it. */
export function actorName(actor: Actor): string {
  switch (actor.type) {
    case 'operator':
      return `operator:${actor.userId}`
    case 'api-key':
      return `api-key:${actor.keyId}`
    case 'webhook':
      return 'webhook:twilio'
    case 'job':
      return `job:${actor.task}`
    case 'system':
      return 'system'
  }
}
