import { describe, expect, test } from 'vitest'
import { settleMediaType } from './settle-media-type'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const jpeg = bytes('\xff\xd8\xff\xe0\0\x10JFIF')
const png = bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')
const html = bytes('<!doctype html><script>alert(1)</script>')
const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')

describe('settleMediaType', () => {
  test.each([
    ['a JPEG', 'image/jpeg', jpeg, 'image/jpeg'],
    ['a JPEG called jpg', 'image/jpg; charset=binary', jpeg, 'image/jpeg'],
    ['a PNG that is said to be a JPEG', 'image/jpeg', png, 'image/png'],
    ['a picture of which nothing was said', 'application/octet-stream', png, 'image/png'],
    ['a GIF', 'image/gif', bytes('GIF89a'), 'image/gif'],
    ['a WebP', 'image/webp', bytes('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
    ['a HEIC', 'image/heic', bytes('\0\0\0\x18ftypheic\0'), 'image/heic'],
    ['an MP3 with tags', 'audio/mpeg', bytes('ID3\x04'), 'audio/mpeg'],
    ['an MP3 without', 'audio/mp3', bytes('\xff\xfb\x90\0'), 'audio/mpeg'],
    ['AAC', 'audio/aac', bytes('\xff\xf1\x50\x80'), 'audio/aac'],
    ['an MP4', 'video/mp4', bytes('\0\0\0\x20ftypisom'), 'video/mp4'],
    ['a sound in a video’s container', 'audio/mp4', bytes('\0\0\0\x20ftypM4A \0'), 'audio/mp4'],
    ['a phone’s video', 'video/3gpp', bytes('\0\0\0\x20ftyp3gp5'), 'video/3gpp'],
    ['AMR', 'audio/amr', bytes('#!AMR\n'), 'audio/amr'],
    ['a PDF', 'application/pdf', bytes('%PDF-1.7'), 'application/pdf'],
    ['a contact card', 'text/vcard', bytes('BEGIN:VCARD'), 'text/vcard'],
    ['a wallet pass', 'application/vnd.apple.pkpass', bytes('PK\x03\x04'), 'application/vnd.apple.pkpass'],
    ['a web page that says so', 'text/html', html, 'text/html'],
    ['a sound in an unknown format', 'audio/basic', bytes('.snd\0\0\0\x18\xff'), 'application/octet-stream'],
    ['a web page that says it is a picture', 'image/png', html, null],
    ['a web page that says it is a sound', 'audio/basic', html, null],
    ['a drawing with a script', 'image/svg+xml', svg, null],
    ['a picture that says it is a PDF', 'application/pdf', png, null],
    ['a PDF that says it is a picture', 'image/png', bytes('%PDF-1.7'), null],
    ['a ZIP that says it is a picture', 'image/png', bytes('PK\x03\x04'), null],
    [
      'a Word document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes('PK\x03\x04'),
      null,
    ],
    ['a program', 'application/x-msdownload', bytes('MZ\x90\0'), null],
    ['bytes that say they are text', 'text/plain', bytes('a\0b'), null],
    ['nothing at all', 'image/png', bytes(''), null],
  ])('%s', (_name, said, content, type) => expect(settleMediaType(said, content)).toBe(type))
})
