import type { CoreContext } from '@/lib/context'
import { readMediaToken } from '@/lib/services/media/media-token'
import type { OpenedMedia } from '@/lib/services/media/open-media'
import { NotFoundError } from '@/shared/errors'
import { fileEnding } from '@/shared/media/media-type'

type Row = { id: string; content_type: string; storage_key: string }
type Opening = Pick<CoreContext, 'config' | 'clock' | 'database' | 'storage'>

/**
 * The sound of a recording. `ticket`: by a link of ours, without anybody signed in; NotFoundError when that has ended or is of another
 * recording, when there is no such recording, or its sound is not here yet.
 */
export async function openRecording(
  ctx: Opening,
  { recordingSid, ticket }: { recordingSid: string; ticket?: string | undefined },
): Promise<OpenedMedia> {
  const result = await ctx.database.pool.query<Row>({
    name: 'open-recording',
    text: `select id, content_type, storage_key from twilio_recordings
           where recording_sid = $1 and file_status = 'stored' and deleted_at is null`,
    values: [recordingSid],
  })
  const row = result.rows[0]
  const size = row && mayOpen(ctx, row.id, ticket) ? await ctx.storage.size(row.storage_key) : null
  if (!row || size === null) throw new NotFoundError('There is no such recording, or its sound is not here.')
  return {
    id: row.id,
    contentType: row.content_type,
    fileName: `${recordingSid}.${fileEnding(row.content_type)}`,
    sizeBytes: size,
    async open(range) {
      const file = await ctx.storage.get(row.storage_key, range)
      if (!file) throw new NotFoundError('There is no such recording, or its sound is not here.')
      return file.body
    },
  }
}

function mayOpen({ config, clock }: Opening, id: string, ticket: string | undefined) {
  if (ticket === undefined) return true
  return readMediaToken(config.secret, { token: ticket, at: clock.now(), kind: 'recording-links' }) === id
}
