const contentTypes: Record<string, string> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  vcf: 'text/vcard',
  webp: 'image/webp',
}

/** A guess by the address's ending, for showing only; Twilio asks the address itself. */
export function guessMediaType(url: string) {
  const ending = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase()
  return (ending && contentTypes[ending]) ?? 'application/octet-stream'
}
