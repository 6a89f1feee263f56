import { createHash, randomFillSync } from 'node:crypto'

export type NewSid = (prefix: string) => string

/** Two letters and 32 hex digits; from a seed the same run gives the same SIDs. */
export function createSids(seed?: string): NewSid {
  if (seed === undefined) return (prefix) => prefix + randomHex()
  let count = 0
  return (prefix) => prefix + createHash('md5').update(`${seed}:${count++}`).digest('hex')
}

const sidBytes = 16
const drawn = Buffer.alloc(256 * sidBytes)
let used = drawn.length

/** Drawn for many SIDs at once: the system's call costs more than the bytes. */
function randomHex(): string {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += sidBytes
  return drawn.toString('hex', used - sidBytes, used)
}
