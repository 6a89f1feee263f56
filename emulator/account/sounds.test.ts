import { describe, expect, it } from 'vitest'
import { Sounds } from './sounds.ts'

const sound = (megabytes: number, contentType = 'audio/wav') => ({
  contentType,
  body: Buffer.alloc(megabytes * 1_048_576),
})

describe('the sounds that were heard', () => {
  it('are found by their address, the last one of it', () => {
    const sounds = new Sounds()
    sounds.keep('a', sound(1))
    sounds.keep('a', sound(1, 'audio/mpeg'))
    expect(sounds.find('a')).toMatchObject({ contentType: 'audio/mpeg' })
    expect(sounds.find('b')).toBeNull()
  })

  it('make room for newer ones, and none is too large for all', () => {
    const sounds = new Sounds()
    sounds.keep('a', sound(6))
    sounds.keep('b', sound(6))
    sounds.keep('b', sound(6))
    expect(sounds.find('a'), 'the same again takes no more room').not.toBeNull()
    sounds.keep('c', sound(6))
    expect(['a', 'b', 'c'].map((url) => sounds.find(url) !== null)).toEqual([false, true, true])
    sounds.keep('d', sound(17))
    expect(['b', 'c', 'd'].map((url) => sounds.find(url) !== null)).toEqual([true, true, false])
  })
})
