const types: Record<string, string> = {
  png: 'image/png',
  gif: 'image/gif',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  txt: 'text/plain',
  vcf: 'text/vcard',
}

/** A guess by the URL's ending; the emulator does not fetch media of messages. */
export function mediaTypeOf(url: string): string {
  return types[/\.(\w+)(?:[?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? ''] ?? 'image/jpeg'
}
