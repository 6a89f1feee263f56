import { deliver } from '../webhooks/deliver.ts'
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
  const made: Notification = {
    sid: world.newSid('NO'),
    at: world.clock.now(),
    code,
    level,
    text,
    callSid: about.callSid ?? null,
    messageSid: about.messageSid ?? null,
    url: about.url ?? null,
  }
  notifications.push(made)
  if (notifications.length > kept + slack) notifications.splice(0, notifications.length - kept)
  tellDebugger(world, made)
}

/** https://www.twilio.com/docs/usage/troubleshooting/debugging-event-webhooks; its own failure is told to nobody. */
function tellDebugger(world: World, notification: Notification): void {
  const url = world.account.settings.debuggerUrl
  if (url === null) return
  const entry = world.account.webhooks.findLast((each) => each.url === notification.url?.replace(/#.*$/, ''))
  const webhook = entry && {
    type: 'application/json',
    request: { url: entry.url, method: entry.method, headers: {}, parameters: entry.parameters },
    response: { status_code: entry.answer?.status ?? null, headers: {}, body: entry.answer?.body ?? null },
  }
  const payload = {
    resource_sid: notification.callSid ?? notification.messageSid,
    service_sid: null,
    error_code: String(notification.code),
    more_info: {
      Msg: notification.text,
      ErrorCode: String(notification.code),
      LogLevel: notification.level.toUpperCase(),
    },
    ...(webhook === undefined ? {} : { webhook }),
  }
  void deliver(world, {
    kind: 'debugger',
    url,
    method: 'POST',
    parameters: {
      Sid: notification.sid,
      AccountSid: world.account.sid,
      ParentAccountSid: '',
      Timestamp: new Date(notification.at).toISOString(),
      Level: notification.level.toUpperCase(),
      PayloadType: 'application/json',
      Payload: JSON.stringify(payload),
    },
  })
}
