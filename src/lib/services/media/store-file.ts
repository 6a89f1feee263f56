import type { CoreContext } from '@/lib/context'
import { newStorageKey } from '@/lib/storage/storage-key'
import { makeThumbnail, thumbnailType } from './make-thumbnail'

export type FileKeys = { storageKey: string; thumbnailKey: string | null }

/** Puts a file and, of a picture, its thumbnail into the store. What was put before a failure is taken out again. */
export async function storeFile(
  ctx: Pick<CoreContext, 'storage'>,
  file: { contentType: string; bytes: Uint8Array },
): Promise<FileKeys> {
  const thumbnail = await makeThumbnail(file.contentType, file.bytes)
  const keys: FileKeys = {
    storageKey: newStorageKey('media'),
    thumbnailKey: thumbnail && newStorageKey('thumbnails'),
  }
  try {
    await ctx.storage.put(keys.storageKey, file.bytes, { contentType: file.contentType })
    if (thumbnail && keys.thumbnailKey)
      await ctx.storage.put(keys.thumbnailKey, thumbnail, { contentType: thumbnailType })
  } catch (error) {
    await ctx.storage.delete(keysOf(keys)).catch(() => undefined)
    throw error
  }
  return keys
}

export function keysOf({ storageKey, thumbnailKey }: { storageKey: string | null; thumbnailKey: string | null }) {
  return [storageKey, thumbnailKey].filter((key) => key !== null)
}
