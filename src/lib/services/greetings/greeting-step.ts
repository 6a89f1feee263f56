import type { CoreContext } from '@/lib/context'
import { makeMediaToken } from '@/lib/services/media/media-token'
import type { GreetingRow } from './greeting-row'

/** A greeting as Twilio says or plays it; a sound is fetched by a link of ours that ends. */
export function greetingStep(
  { config, clock }: Pick<CoreContext, 'config' | 'clock'>,
  row: GreetingRow,
): { say: string } | { play: string } {
  if (row.words !== null) return { say: row.words }
  const token = makeMediaToken(config.secret, { id: row.id, at: clock.now(), kind: 'greeting-links' })
  return { play: `${config.publicOrigin}/api/twilio/greetings/audio/${token}` }
}
