import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makeThumbnail } from './make-thumbnail'

function chunk(name: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A black PNG of one bit a pixel: a few kilobytes, however many pixels. */
function blackPng(width: number, height: number) {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const drawnFrom = async (type: string, bytes: Buffer) =>
  sharp((await makeThumbnail(type, bytes)) ?? Buffer.alloc(0)).metadata()

describe('makeThumbnail', () => {
  test('draws a picture anew, upright and without what the file said besides', async () => {
    const pixels = sharp({ create: { width: 900, height: 600, channels: 3, background: '#3366aa' } })
    const sideways = await pixels
      .jpeg()
      .withExif({ IFD0: { Copyright: 'me' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const drawn = await drawnFrom('image/jpeg', sideways)
    expect(drawn).toMatchObject({ format: 'webp', width: 320, height: 480 })
    expect([drawn.exif, drawn.orientation]).toEqual([undefined, undefined])
  })

  test('does not blow up what is small', async () => {
    expect(await drawnFrom('image/png', blackPng(40, 30))).toMatchObject({
      width: 40,
      height: 30,
    })
  })

  test('draws every one of many that come at once', async () => {
    const small = blackPng(4, 3)
    let missing = 0
    const sendOneAfterTheOther = async () => {
      for (let sent = 0; sent < 120; sent += 1) if (!(await makeThumbnail('image/png', small))) missing += 1
    }
    await Promise.all(Array.from({ length: 10 }, sendOneAfterTheOther))
    expect(missing).toBe(0)
  })

  test('refuses a small file that unpacks to more pixels than any photo has', async () => {
    const bomb = blackPng(10_001, 10_000)
    expect(bomb.length).toBeLessThan(20_000)
    expect(await makeThumbnail('image/png', bomb)).toBeNull()
  })

  test.each([
    ['a broken picture', 'image/jpeg', Buffer.from('\xff\xd8\xff\xe0 and then nothing', 'latin1')],
    [
      'a drawing that can carry script',
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    [
      'a drawing called a picture',
      'image/png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a PDF', 'application/pdf', Buffer.from('%PDF-1.7')],
  ])('%s has none', async (_name, type, bytes) => expect(await makeThumbnail(type, bytes)).toBeNull())
})
