/**
 * Twilio's limits for a text with files (https://www.twilio.com/docs/messaging/guides/accepted-mime-types): ten of them, 5 MB together, and
 * 500 kB for each that is not a JPEG, PNG or GIF.
 */
export const outgoingLimits = { count: 10, totalBytes: 5_242_880, otherBytes: 512_000 } as const

const resized = new Set(['image/jpeg', 'image/png', 'image/gif'])

/** Of what Twilio takes, what carriers deliver and we are willing to serve from our own address. */
const carried = new Set([
  ...resized,
  'image/bmp',
  'image/tiff',
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
  'text/plain',
  'text/csv',
  'text/vcard',
  'text/x-vcard',
  'text/calendar',
  'application/pdf',
  'application/vnd.apple.pkpass',
])

/** For a file chooser: what may be attached. */
export const attachableTypes: readonly string[] = [...carried]

/** Why one file cannot go out with a text, as a sentence; null when it can. */
export function attachmentProblem(file: { contentType: string; sizeBytes: number }): string | null {
  const { contentType, sizeBytes } = file
  if (sizeBytes === 0) return 'This file is empty.'
  if (!carried.has(contentType)) {
    return 'Carriers do not deliver files of this kind. Send a picture, a recording, a short video, a PDF, a contact card or plain text.'
  }
  if (sizeBytes > outgoingLimits.totalBytes) return 'This file is larger than 5 MB, the most a text can carry.'
  if (!resized.has(contentType) && sizeBytes > outgoingLimits.otherBytes) {
    return 'This file is larger than 500 kB, the most a text can carry of anything but JPEG, PNG and GIF pictures. Send a link to it instead.'
  }
  return null
}

/** Why files cannot go out together, as a sentence; null when they can. Sizes that are not known count nothing. */
export function attachmentsProblem(files: readonly { sizeBytes: number | null }[]): string | null {
  if (files.length > outgoingLimits.count) return 'A text can carry ten files at most.'
  const total = files.reduce((sum, file) => sum + (file.sizeBytes ?? 0), 0)
  if (total > outgoingLimits.totalBytes)
    return 'These files are larger than 5 MB together, the most a text can carry. Leave one out.'
  return null
}
