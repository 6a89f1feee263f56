import type { Context, Installation } from '@/lib/context'
import { uuidV7 } from '@/lib/utils/uuid-v7'

/** For what a webhook asks of a service. */
export function contextOf(installation: Installation): Context {
  const requestId = uuidV7(installation.clock.now())
  return { ...installation, actor: { type: 'webhook', source: 'twilio' }, requestId }
}
