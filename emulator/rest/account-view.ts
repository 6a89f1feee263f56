import { rfc2822 } from '../account/rfc2822.ts'
import type { SubAccount } from '../registry/sub-account.ts'
import type { World } from '../world.ts'

const parts: Record<string, string> = {
  addresses: 'Addresses',
  available_phone_numbers: 'AvailablePhoneNumbers',
  applications: 'Applications',
  balance: 'Balance',
  calls: 'Calls',
  conferences: 'Conferences',
  incoming_phone_numbers: 'IncomingPhoneNumbers',
  keys: 'Keys',
  messages: 'Messages',
  notifications: 'Notifications',
  outgoing_caller_ids: 'OutgoingCallerIds',
  queues: 'Queues',
  recordings: 'Recordings',
  short_codes: 'SMS/ShortCodes',
  signing_keys: 'SigningKeys',
  transcriptions: 'Transcriptions',
  usage: 'Usage',
}

type Shown = Omit<SubAccount, 'updatedAt'> & { updatedAt: number; type: 'Full' | 'Trial' }

function view(world: World, shown: Shown): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${shown.sid}`
  return {
    auth_token: shown.authToken,
    date_created: rfc2822(shown.createdAt),
    date_updated: rfc2822(shown.updatedAt),
    friendly_name: shown.friendlyName,
    owner_account_sid: world.account.sid,
    sid: shown.sid,
    status: shown.status,
    subresource_uris: Object.fromEntries(Object.entries(parts).map(([key, name]) => [key, `${uri}/${name}.json`])),
    type: shown.type,
    uri: `${uri}.json`,
  }
}

export function accountView(world: World): Record<string, unknown> {
  const { account } = world
  const { sid, authToken, friendlyName, createdAt } = account
  const type = account.settings.trial ? 'Trial' : 'Full'
  return view(world, { sid, authToken, friendlyName, createdAt, updatedAt: createdAt, status: 'active', type })
}

export function subAccountView(world: World, sub: SubAccount): Record<string, unknown> {
  return view(world, { ...sub, type: 'Full' })
}
