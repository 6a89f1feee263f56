import { notify } from '../account/notify.ts'
import { deliver } from '../webhooks/deliver.ts'
import type { World } from '../world.ts'
import type { DocumentPlace } from './document-place.ts'
import type { Leg } from './leg.ts'
import { voiceParameters } from './voice-parameters.ts'

/** Asks for a document that nobody is left to hear: what is pending when the caller hangs up. */
export function fetchAndForget(world: World, leg: Leg, place: DocumentPlace | null): void {
  const isForgotten = !world.account.calls.has(leg.call.sid)
  if (place === null || !('url' in place) || isForgotten) return
  const { url, method } = place
  const parameters = { ...voiceParameters(world, leg.call), ...place.parameters }
  void deliver(world, { kind: 'voice', url, method, parameters, jar: leg.jar }).then((delivery) => {
    if (!delivery.ok) notify(world, 'error', delivery.code, delivery.text, { callSid: leg.call.sid, url })
  })
}
