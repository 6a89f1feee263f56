import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let offset = pool.length

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then random. Sorts by time, so new rows land at the end of their index. */
export function uuidV7(at: Date): string {
  if (offset + 10 > pool.length) {
    randomFillSync(pool)
    offset = 0
  }
  const random = pool.toString('hex', offset, offset + 10)
  offset += 10
  const time = at.getTime().toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(random.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}
