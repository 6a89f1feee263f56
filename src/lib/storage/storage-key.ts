import { randomBytes } from 'node:crypto'

const shape = /^(?:media|thumbnails|recordings)\/[0-9a-f]{2}\/[0-9a-f]{64}$/

/** A new name for a file: 256 random bits, so that nobody guesses it, over 256 folders, so that none grows large. */
export function newStorageKey(folder: 'media' | 'thumbnails' | 'recordings'): string {
  const name = randomBytes(32).toString('hex')
  return `${folder}/${name.slice(0, 2)}/${name}`
}

/** Throws when a key is not one of ours: none leads out of the store. */
export function assertStorageKey(key: string) {
  if (!shape.test(key)) throw new Error('not a key of the store')
}
