/** A file's type by its first bytes; null when they are of no format that we know. */
export function detectMediaType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64))
  const found = signatures.find(({ at = 0, starts }) => head.subarray(at, at + starts.length).equals(starts))
  if (found) return found.type
  if (head.toString('latin1', 4, 8) === 'ftyp') return brands[head.toString('latin1', 8, 12)] ?? 'video/mp4'
  if (head.toString('latin1', 0, 4) === 'RIFF') return riffs[head.toString('latin1', 8, 12)] ?? null
  // A frame of MPEG audio: eleven bits set, then version and layer; layer 0 is AAC in ADTS.
  const second = head[1] ?? 0
  if (head[0] === 0xff && (second & 0xe0) === 0xe0) return (second & 0x06) === 0 ? 'audio/aac' : 'audio/mpeg'
  return null
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1')

const signatures: { type: string; starts: Buffer; at?: number }[] = [
  { type: 'image/jpeg', starts: bytesOf('\xff\xd8\xff') },
  { type: 'image/png', starts: bytesOf('\x89PNG\r\n\x1a\n') },
  { type: 'image/gif', starts: bytesOf('GIF87a') },
  { type: 'image/gif', starts: bytesOf('GIF89a') },
  { type: 'image/bmp', starts: bytesOf('BM') },
  { type: 'image/tiff', starts: bytesOf('II*\0') },
  { type: 'image/tiff', starts: bytesOf('MM\0*') },
  { type: 'application/pdf', starts: bytesOf('%PDF-') },
  { type: 'application/rtf', starts: bytesOf(String.raw`{\rtf`) },
  { type: 'application/zip', starts: bytesOf('PK\x03\x04') },
  { type: 'audio/amr', starts: bytesOf('#!AMR') },
  { type: 'audio/mpeg', starts: bytesOf('ID3') },
  { type: 'audio/ogg', starts: bytesOf('OggS') },
  { type: 'video/webm', starts: bytesOf('\x1a\x45\xdf\xa3') },
]

/** Major brands of the ISO base media format; all others are MP4. */
const brands: Record<string, string> = {
  'M4A ': 'audio/mp4',
  'M4B ': 'audio/mp4',
  'qt  ': 'video/quicktime',
  '3gp4': 'video/3gpp',
  '3gp5': 'video/3gpp',
  '3gp6': 'video/3gpp',
  '3g2a': 'video/3gpp',
  avif: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  mif1: 'image/heic',
}

const riffs: Record<string, string> = { WEBP: 'image/webp', WAVE: 'audio/wav' }
