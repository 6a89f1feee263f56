import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let offset = pool.length
let lastTime = -1
let sequence = 0

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 that count on within one (from a random start; method 1 of its section 6.2), then random. Sorts by time,
 * so new rows land at the end of their index, and what one process made of a text in the same millisecond stands behind it.
 */
export function uuidV7(at: Date): string {
  if (offset + 10 > pool.length) {
    randomFillSync(pool)
    offset = 0
  }
  const random = pool.toString('hex', offset, offset + 10)
  offset += 10
  const milliseconds = at.getTime()
  // Half of the room stays free to count in; who makes more in a millisecond has ids of no order.
  sequence = milliseconds === lastTime ? Math.min(sequence + 1, 0xfff) : Number.parseInt(random.slice(0, 3), 16) >> 1
  lastTime = milliseconds
  const time = milliseconds.toString(16).padStart(12, '0')
  const variant = ((Number.parseInt(random.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
}
