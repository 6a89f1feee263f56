/** An opt-out holds for one number of the account and one recipient. */
export function blockKey(ownNumber: string, recipient: string): string {
  return `${ownNumber}|${recipient}`
}
