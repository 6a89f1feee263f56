import type { World } from '../world.ts'

/** The path every resource of the account begins with. */
export function accountUri(world: World): string {
  return `/2010-04-01/Accounts/${world.account.sid}`
}
