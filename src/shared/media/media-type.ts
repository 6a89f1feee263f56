/** What a browser may show in our own page: formats that cannot carry script. All else is only ever downloaded, SVG and HTML above all. */
const shownTypes = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/aac',
  'audio/amr',
  'video/mp4',
  'video/3gpp',
  'video/webm',
  'video/quicktime',
])

export function isShown(contentType: string) {
  return shownTypes.has(contentType)
}

export type MediaKind = 'picture' | 'audio' | 'video' | 'file'

/** How a file is shown: what a browser cannot or must not show is a file to download. */
export function mediaKind(contentType: string): MediaKind {
  if (!isShown(contentType)) return 'file'
  if (contentType.startsWith('image/')) return 'picture'
  return contentType.startsWith('audio/') ? 'audio' : 'video'
}

const names: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/rtf': 'RTF document',
  'application/vnd.apple.pkpass': 'Wallet pass',
  'text/calendar': 'Calendar entry',
  'text/csv': 'Table (CSV)',
  'text/html': 'Web page',
  'text/plain': 'Plain text',
  'text/vcard': 'Contact card',
  'text/x-vcard': 'Contact card',
}

/** The type in a word, for the chip of a file. */
export function mediaTypeName(contentType: string) {
  const known = names[contentType]
  if (known) return known
  const [family, kind] = contentType.split('/')
  if (family === 'image') return 'Picture'
  if (family === 'audio') return 'Audio'
  if (family === 'video') return 'Video'
  return kind && kind !== 'octet-stream' ? `File (${kind})` : 'File'
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'application/vnd.apple.pkpass': 'pkpass',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/webp': 'webp',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html.txt',
  'text/plain': 'txt',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'video/3gpp': '3gp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
}

/** What a downloaded file is called when nobody gave it a name, by its type. */
export function fileEnding(contentType: string) {
  return endings[contentType] ?? 'bin'
}
