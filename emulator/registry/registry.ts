import type { Address } from './address.ts'
import type { Application } from './application.ts'
import type { ApiKey } from './api-key.ts'
import type { CallerId } from './caller-id.ts'
import type { SubAccount } from './sub-account.ts'

/** What an account has registered besides its numbers. */
export type Registry = {
  applications: Map<string, Application>
  callerIds: Map<string, CallerId>
  keys: Map<string, ApiKey>
  subAccounts: Map<string, SubAccount>
  addresses: Map<string, Address>
}

export function createRegistry(): Registry {
  return {
    applications: new Map(),
    callerIds: new Map(),
    keys: new Map(),
    subAccounts: new Map(),
    addresses: new Map(),
  }
}
