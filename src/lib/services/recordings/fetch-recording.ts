import type { CoreContext } from '@/lib/context'
import { FetchError } from '@/lib/fetch/fetch-error'
import { guardedFetch } from '@/lib/fetch/guarded-fetch'
import { detectMediaType } from '@/lib/services/media/detect-media-type'
import { trustedOrigin } from '@/lib/services/media/trusted-origin'
import { recordFailedOperation } from '@/lib/services/operations/record-failed-operation'
import { newStorageKey } from '@/lib/storage/storage-key'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { DomainError } from '@/shared/errors'

/** Four hours in two channels, the longest call there is, are 460 MB. */
const largestBytes = 512 * 1_048_576

const patienceMilliseconds = 15 * 60_000

type Settled =
  | { status: 'stored'; contentType: string; sizeBytes: number; reason?: never }
  | { status: 'failed' | 'refused'; reason: string; contentType?: never; sizeBytes?: never }

/**
 * Fetches the sound of a finished recording from Twilio, with the account's credentials, into our store. What fails is shown and thrown, for the
 * job to try again; what will never be fetched is kept as a failed operation at once.
 */
export async function fetchRecording(ctx: CoreContext, { recordingSid }: { recordingSid: string }): Promise<void> {
  const wanted = await claim(ctx, recordingSid)
  if (!wanted) return
  try {
    const stored = await download(ctx, soundOf(ctx, { recordingSid, ...wanted }), wanted.key)
    if (!(await settle(ctx, recordingSid, { status: 'stored', ...stored }))) await ctx.storage.delete([wanted.key])
  } catch (error) {
    const refused = error instanceof FetchError && error.kind === 'refused'
    const isKnown = error instanceof FetchError || error instanceof DomainError
    const reason = isKnown ? error.message : 'The recording could not be kept.'
    await settle(ctx, recordingSid, { status: refused ? 'refused' : 'failed', reason })
    if (!refused) throw error
    const task = 'fetch-recording'
    await recordFailedOperation(ctx, {
      kind: 'job',
      subject: `${task}:recording:${recordingSid}`,
      reason,
      payload: { task, payload: { recordingSid } },
    })
  }
}

/** Where it will lie is written down first: a second try after a dead process puts it in the same place. */
async function claim(ctx: CoreContext, recordingSid: string) {
  const { rows } = await ctx.database.pool.query<{ mediaUrl: string | null; key: string }>({
    name: 'recording-to-fetch',
    text: `update twilio_recordings set storage_key = coalesce(storage_key, $2)
            where recording_sid = $1 and status = 'completed' and file_status <> 'stored' and deleted_at is null
            returning media_url as "mediaUrl", storage_key as key`,
    values: [recordingSid, newStorageKey('recordings')],
  })
  return rows[0]
}

/** With an ending: without one, Twilio's own word on what it answers is not clear. WAV loses nothing. */
function soundOf(
  { config }: CoreContext,
  { recordingSid, mediaUrl }: { recordingSid: string; mediaUrl: string | null },
) {
  const { origin } = trustedOrigin(config)
  const address = mediaUrl ?? `${origin}/2010-04-01/Accounts/${config.twilio.accountSid}/Recordings/${recordingSid}`
  return /\.(?:wav|mp3)$/.test(address) ? address : `${address}.wav`
}

async function download(ctx: CoreContext, address: string, key: string) {
  const { body } = await guardedFetch(address, {
    trusted: trustedOrigin(ctx.config),
    maximumBytes: largestBytes,
    timeoutMilliseconds: patienceMilliseconds,
  })
  const { contentType, all } = await headOf(body)
  if (!contentType?.startsWith('audio/')) throw new FetchError('failed', 'What Twilio sent is not a recording.')
  const { sizeBytes } = await ctx.storage.put(key, all, { contentType })
  return { contentType, sizeBytes }
}

/** What a stream is, by its first bytes, and the stream as if none had been taken. */
async function headOf(body: AsyncIterable<Uint8Array>) {
  const iterator = body[Symbol.asyncIterator]()
  const rest = { [Symbol.asyncIterator]: () => iterator }
  const first = await iterator.next()
  const head: Uint8Array = first.done ? new Uint8Array() : first.value
  const contentType = detectMediaType(head)
  async function* all() {
    yield head
    yield* rest
  }
  if (contentType === null) await iterator.return?.()
  return { contentType, all: all() }
}

/** Writes how it ended; whether there still was something to write: it may have been deleted meanwhile. */
async function settle(ctx: CoreContext, recordingSid: string, settled: Settled): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const at = ctx.clock.now()
    const { rows } = await tx.client.query<{ callSid: string | null }>({
      name: 'settle-recording-file',
      text: `update twilio_recordings
             set file_status = $2, file_reason = $3, content_type = $4, size_bytes = $5, updated_at = $6
             where recording_sid = $1 and file_status <> 'stored' and deleted_at is null
             returning call_sid as "callSid"`,
      values: [recordingSid, settled.status, settled.reason, settled.contentType, settled.sizeBytes, at],
    })
    const [row] = rows
    if (!row) return false
    await broadcast(tx.client, at, [{ type: 'recording.changed', data: { recordingSid, callSid: row.callSid } }])
    return true
  })
}
