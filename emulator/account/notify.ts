import type { World } from '../world.ts'

/** What Twilio's debugger shows: an error or a warning, with what it happened to. */
export type Notification = {
  sid: string
  at: number
  code: number
  level: 'error' | 'warning'
  text: string
  callSid: string | null
  messageSid: string | null
  url: string | null
}

export type Subject = { callSid?: string | null; messageSid?: string | null; url?: string | null }

const kept = 5000
const slack = 1000

export function notify(world: World, level: Notification['level'], code: number, text: string, about: Subject): void {
  const { notifications } = world.account
  notifications.push({
    sid: world.newSid('NO'),
    at: world.clock.now(),
    code,
    level,
    text,
    callSid: about.callSid ?? null,
    messageSid: about.messageSid ?? null,
    url: about.url ?? null,
  })
  if (notifications.length > kept + slack) notifications.splice(0, notifications.length - kept)
}
