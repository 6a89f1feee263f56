import { rfc2822 } from '../account/rfc2822.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'

export function accountView(world: World): Record<string, unknown> {
  const { account } = world
  const uri = accountUri(world)
  const parts = [
    'available_phone_numbers',
    'calls',
    'conferences',
    'incoming_phone_numbers',
    'messages',
    'notifications',
  ]
  const names: Record<string, string> = {
    incoming_phone_numbers: 'IncomingPhoneNumbers',
    available_phone_numbers: 'AvailablePhoneNumbers',
  }
  const subresources = [...parts, 'recordings', 'transcriptions'].map((part) => [
    part,
    `${uri}/${names[part] ?? part.charAt(0).toUpperCase() + part.slice(1)}.json`,
  ])
  return {
    auth_token: account.authToken,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.createdAt),
    friendly_name: account.friendlyName,
    owner_account_sid: account.sid,
    sid: account.sid,
    status: 'active',
    subresource_uris: Object.fromEntries(subresources),
    type: 'Full',
    uri: `${uri}.json`,
  }
}
