import { formatNumber } from '../account/phone-number-format.ts'
import { rfc2822, rfc2822OrNull } from '../account/rfc2822.ts'
import { durationSeconds, isOver } from '../calls/call.ts'
import type { Call } from '../calls/call.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'

function pascal(name: string): string {
  return name.replace(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase())
}

export function callView(world: World, call: Call): Record<string, unknown> {
  const uri = `${accountUri(world)}/Calls/${call.sid}`
  const over = isOver(call.status)
  const names = ['notifications', 'recordings', 'payments', 'events', 'siprec', 'streams', 'transcriptions']
  const snake = ['user_defined_message_subscriptions', 'user_defined_messages']
  return {
    account_sid: world.account.sid,
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    caller_name: call.callerName,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    direction: call.direction,
    duration: over ? String(durationSeconds(call, call.updatedAt)) : null,
    end_time: rfc2822OrNull(call.endedAt),
    forwarded_from: call.forwardedFrom,
    from: call.from,
    from_formatted: formatNumber(call.from),
    group_sid: null,
    parent_call_sid: call.parentCallSid,
    phone_number_sid: call.phoneNumberSid,
    price: over ? call.price : null,
    price_unit: 'USD',
    queue_time: String(call.queueTimeMs),
    sid: call.sid,
    start_time: rfc2822OrNull(call.startedAt),
    status: call.status,
    subresource_uris: Object.fromEntries([...names, ...snake].map((name) => [name, `${uri}/${pascal(name)}.json`])),
    to: call.to,
    to_formatted: formatNumber(call.to),
    trunk_sid: null,
    uri: `${uri}.json`,
  }
}
