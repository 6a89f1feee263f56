import { describe, expect, it } from 'vitest'
import { checkFile } from './check-file.ts'

describe('a file to send', () => {
  it.each([
    ['image/png', 5_242_880, undefined],
    ['image/png', 5_242_881, 'A picture may have 5 MB at most.'],
    ['application/pdf', 512_000, undefined],
    ['image/heic', 512_001, 'A file that is no JPEG, PNG or GIF may have 500 kB at most.'],
    ['', 10, 'This kind of file is not known: choose a picture, sound, video or PDF.'],
  ])('of type "%s" and %i bytes', (type, size, reason) => {
    expect(checkFile({ type, size })).toBe(reason)
  })
})
