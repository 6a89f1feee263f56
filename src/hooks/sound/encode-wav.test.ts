import { expect, test } from 'vitest'
import { encodeWav } from './encode-wav'

test('a second of sound is a WAV file that says how it is to be played, and what is too loud is cut off', () => {
  const samples = new Float32Array(16_000)
  samples.set([0, 0.5, -1, 7, -7])
  const bytes = Buffer.from(encodeWav(samples, 16_000))
  expect(bytes.length).toBe(44 + 32_000)
  expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 16), bytes.toString('latin1', 36, 40)]).toEqual([
    'RIFF',
    'WAVEfmt ',
    'data',
  ])
  expect([bytes.readUInt32LE(4), bytes.readUInt32LE(40)]).toEqual([bytes.length - 8, 32_000])
  expect([bytes.readUInt32LE(24), bytes.readUInt32LE(28)]).toEqual([16_000, 32_000])
  expect([0, 1, 2, 3, 4].map((index) => bytes.readInt16LE(44 + index * 2))).toEqual([
    0, 16_384, -32_767, 32_767, -32_767,
  ])
})
