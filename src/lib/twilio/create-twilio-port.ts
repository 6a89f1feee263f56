import type { Config } from '@/config'
import type { TwilioPort } from './port'

export function createTwilioPort(_config: Config): TwilioPort {
  throw new Error('not built yet')
}
