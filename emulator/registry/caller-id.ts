import type { Account } from '../account/account.ts'

/** A number of somebody else that the account has shown to be allowed to call from. */
export type CallerId = { sid: string; phoneNumber: string; friendlyName: string; createdAt: number; updatedAt: number }

export function isVerified(account: Account, phoneNumber: string): boolean {
  return [...account.registry.callerIds.values()].some((callerId) => callerId.phoneNumber === phoneNumber)
}
