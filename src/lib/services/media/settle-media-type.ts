import { isUtf8 } from 'node:buffer'
import { detectMediaType } from './detect-media-type'

const textTypes = new Set([
  'text/plain',
  'text/csv',
  'text/vcard',
  'text/x-vcard',
  'text/calendar',
  'text/directory',
  'text/html',
])

/** A wallet pass is a ZIP; nothing else that is one may go as it. */
const zipped = new Set(['application/vnd.apple.pkpass'])

/**
 * What a file is, by what was said of it and by its bytes; null when the two contradict each other. The bytes decide between formats of one
 * family. Sound and video in a format we cannot recognise is kept as bytes that are only ever downloaded.
 */
export function settleMediaType(said: string, bytes: Uint8Array): string | null {
  const type = said.split(';')[0]?.trim().toLowerCase() ?? ''
  const detected = detectMediaType(bytes)
  if (detected === 'application/zip') return zipped.has(type) ? type : null
  if (detected !== null) return isSameFamily(type, detected) ? detected : null
  if (textTypes.has(type)) return isText(bytes) ? type : null
  return /^(?:audio|video)\//.test(type) && !isText(bytes) ? 'application/octet-stream' : null
}

function isSameFamily(said: string, detected: string) {
  if (said === '' || said === 'application/octet-stream') return true
  const [family] = said.split('/')
  const [actual] = detected.split('/')
  // Containers are shared, and application/ogg is a sound.
  if (isSoundOrVideo(actual)) return isSoundOrVideo(family) || said === 'application/ogg'
  if (detected === 'application/rtf')
    return said === 'application/rtf' || said === 'text/rtf' || said === 'text/richtext'
  return actual === 'image' ? family === 'image' : said === detected
}

function isSoundOrVideo(family = '') {
  return family === 'audio' || family === 'video'
}

function isText(bytes: Uint8Array) {
  return isUtf8(bytes) && !bytes.includes(0)
}
