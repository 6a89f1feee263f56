import type { CoreContext } from '@/lib/context'
import { FetchError } from '@/lib/fetch/fetch-error'
import { guardedFetch } from '@/lib/fetch/guarded-fetch'
import { settleMediaType } from '@/lib/services/media/settle-media-type'
import { showMedia } from '@/lib/services/media/show-media'
import { keysOf, storeFile, type FileKeys } from '@/lib/services/media/store-file'
import { trustedOrigin } from '@/lib/services/media/trusted-origin'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { DomainError } from '@/shared/errors'
import { cleanFileName } from '@/shared/media/file-name'

/** Twice what Twilio takes from carriers. */
const largestBytes = 10 * 1_048_576

const patienceMilliseconds = 60_000

type Settled = { contentType: string; fileName: string | null; sizeBytes: number } & FileKeys

/**
 * Fetches a file that came with a text, from Twilio and with the account's credentials, into our store. What is too large, lies in a private
 * network or is not what it says is refused for good; anything else that fails is shown and thrown, for the job to try again.
 */
export async function fetchMedia(ctx: CoreContext, { mediaId }: { mediaId: string }): Promise<void> {
  const wanted = await ctx.database.pool.query<{ source_url: string; content_type: string }>({
    name: 'media-to-fetch',
    text: `select source_url, content_type from twilio_media where id = $1 and origin = 'twilio' and status in ('pending', 'failed')`,
    values: [mediaId],
  })
  const row = wanted.rows[0]
  if (!row) return
  try {
    const stored = await download(ctx, row.source_url, row.content_type)
    if (!(await settle(ctx, mediaId, 'stored', null, stored))) await ctx.storage.delete(keysOf(stored))
  } catch (error) {
    const refused = error instanceof FetchError && error.kind === 'refused'
    const isKnown = error instanceof FetchError || error instanceof DomainError
    const reason = isKnown ? error.message : 'The file could not be kept.'
    await settle(ctx, mediaId, refused ? 'refused' : 'failed', reason, null)
    if (!refused) throw error
  }
}

async function download(ctx: CoreContext, sourceUrl: string, said: string): Promise<Settled> {
  const { headers, body } = await guardedFetch(sourceUrl, {
    trusted: trustedOrigin(ctx.config),
    maximumBytes: largestBytes,
    timeoutMilliseconds: patienceMilliseconds,
  })
  const chunks = []
  for await (const chunk of body) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const contentType = settleMediaType(headers['content-type'] ?? said, bytes)
  if (contentType === null) throw new FetchError('refused', 'The file is not of the kind that it says it is.')
  const fileName = fileNameOf(headers['content-disposition'])
  return { contentType, fileName, sizeBytes: bytes.length, ...(await storeFile(ctx, { contentType, bytes })) }
}

/** Writes how it ended, once; whether there still was something to write: the text may have been deleted meanwhile. */
async function settle(
  ctx: CoreContext,
  mediaId: string,
  status: 'stored' | 'refused' | 'failed',
  reason: string | null,
  stored: Settled | null,
): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const result = await tx.client.query({
      name: 'settle-media',
      text: `update twilio_media
             set status = $2, reason = $3, content_type = coalesce($4, content_type), file_name = $5, size_bytes = $6, storage_key = $7,
                 thumbnail_key = $8, updated_at = $9
             where id = $1 and status in ('pending', 'failed')`,
      values: [
        mediaId,
        status,
        reason,
        stored?.contentType,
        stored?.fileName,
        stored?.sizeBytes,
        stored?.storageKey,
        stored?.thumbnailKey,
        at,
      ],
    })
    if (result.rowCount === 0) return false
    await broadcast(tx.client, at, await showMedia(tx, mediaId))
    return true
  })
}

/** The name that Twilio's server gives a file, if any. */
function fileNameOf(disposition: string | undefined) {
  const given = /filename="([^"]+)"|filename=([^";\s]+)/i.exec(disposition ?? '')
  const name = given?.[1] ?? given?.[2]
  return name === undefined ? null : cleanFileName(name)
}
