import type { World } from '../world.ts'

/** Absolute and without an extension, as Twilio gives it out; it answers with WAV. */
export function recordingUrl(world: World, recordingSid: string): string {
  return `${world.baseUrl()}/2010-04-01/Accounts/${world.account.sid}/Recordings/${recordingSid}`
}
