import { describe, expect, it } from 'vitest'
import { wavHeader } from '../recordings/wav.ts'
import { readAudioUrl, readSamples } from './read-samples.ts'

function wav(samples: number[], rate = 8000): Buffer {
  const data = Buffer.from(new Int16Array(samples).buffer)
  const header = wavHeader(data.length, 1)
  header.writeUInt32LE(rate, 24)
  return Buffer.concat([header, data])
}

describe('readSamples', () => {
  it('reads a file at 8 kHz as it is', () => {
    expect(readSamples(wav([1, -2, 3]))).toEqual(new Int16Array([1, -2, 3]))
  })

  it('takes the middle of every two samples of a file at 16 kHz', () => {
    expect(readSamples(wav([2, 4, -10, -20], 16_000))).toEqual(new Int16Array([3, -15]))
  })

  it('repeats what a file at 4 kHz has', () => {
    expect(readSamples(wav([5, 9], 4000))).toEqual(new Int16Array([5, 5, 9, 9]))
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.alloc(100)],
    ['no data', wav([1]).subarray(0, 36)],
  ])('is null for %s', (_what, file) => {
    expect(readSamples(file)).toBeNull()
  })
})

describe('readAudioUrl', () => {
  it('reads a WAV file out of a data: URL', () => {
    const url = `data:audio/wav;base64,${wav([1, 2]).toString('base64')}`
    expect(readAudioUrl(url)).toEqual(new Int16Array([1, 2]))
  })

  it.each(['', 'https://example.com/a.wav', 'data:text/plain;base64,QQ==', 'data:audio/wav;base64,QQ=='])(
    'is null for "%s"',
    (url) => expect(readAudioUrl(url)).toBeNull(),
  )
})
