import { createHash, randomBytes } from 'node:crypto'

export type NewSid = (prefix: string) => string

/** Two letters and 32 hex digits; from a seed the same run gives the same SIDs. */
export function createSids(seed?: string): NewSid {
  if (seed === undefined) return (prefix) => prefix + randomBytes(16).toString('hex')
  let count = 0
  return (prefix) => prefix + createHash('md5').update(`${seed}:${count++}`).digest('hex')
}
