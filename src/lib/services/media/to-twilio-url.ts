import type { CoreContext } from '@/lib/context'
import { makeMediaToken } from '@/lib/services/media/media-token'
import { mediaIdOf } from '@/shared/schemas/media'

/** The address at which Twilio fetches a file: a link of ours that ends, for what we keep; a foreign address as it is. */
export function toTwilioUrl({ config, clock }: Pick<CoreContext, 'config' | 'clock'>, url: string): string {
  const id = mediaIdOf(url)
  if (id === null) return url
  return `${config.publicOrigin}/api/twilio/media/${makeMediaToken(config.secret, { id, at: clock.now() })}`
}
