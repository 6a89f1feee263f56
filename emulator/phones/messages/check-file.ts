const imageTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif'])
const imageLimit = 5_242_880
const otherLimit = 512_000

/** Why a phone cannot send this file by MMS; undefined if it can. Sizes are Twilio's: 5 MB of images, 500 kB of the rest. */
export const checkFile = ({ type, size }: { type: string; size: number }): string | undefined => {
  if (type === '') return 'This kind of file is not known: choose a picture, sound, video or PDF.'
  if (imageTypes.has(type)) return size > imageLimit ? 'A picture may have 5 MB at most.' : undefined
  return size > otherLimit ? 'A file that is no JPEG, PNG or GIF may have 500 kB at most.' : undefined
}
