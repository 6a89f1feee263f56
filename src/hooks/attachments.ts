import { z } from 'zod'
import { attachmentProblem, outgoingLimits } from '@/shared/media/outgoing-limits'
import { UploadedMedia } from '@/shared/schemas/media'
import { ConnectionError } from './api/api-error'
import { deleteUpload, uploadMedia } from './api/media'
import { createSessionStore } from './session-store'

/** A file chosen for a text: on its way (`progress` 0 to 1), there (`media`), or not possible (`problem`, a sentence). */
const Attachment = z.object({
  key: z.string(),
  name: z.string(),
  contentType: z.string(),
  sizeBytes: z.number(),
  progress: z.number(),
  media: UploadedMedia.nullable(),
  problem: z.string().nullable(),
  /** Whether trying again may help. */
  canRetry: z.boolean(),
})
export type Attachment = z.infer<typeof Attachment>

/** The files of texts that are being written, by draft. Over a reload stay those that the server has. */
export const attachments = createSessionStore('attachments', z.array(Attachment), (files) => {
  const there = files.filter((file) => file.media !== null)
  return there.length === 0 ? null : there
})

/** What is under way or may be tried again, by the attachment's key: uploads go on while one looks elsewhere. */
const files = new Map<string, File>()
const aborts = new Map<string, AbortController>()

export function attach(draftKey: string, chosen: readonly File[]) {
  const present = attachments.get(draftKey) ?? []
  const free = Math.max(0, outgoingLimits.count + 1 - present.length)
  for (const file of chosen.slice(0, free)) {
    const key = crypto.randomUUID()
    const { name, size: sizeBytes } = file
    const contentType = file.type || 'application/octet-stream'
    // The server decides by the bytes; what surely cannot go is not sent there at all.
    const problem = file.type === '' ? null : attachmentProblem({ contentType, sizeBytes })
    const added = { key, name, contentType, sizeBytes, progress: 0, media: null, problem, canRetry: false }
    attachments.set(draftKey, [...(attachments.get(draftKey) ?? []), added])
    if (problem !== null) continue
    files.set(key, file)
    void upload(key)
  }
}

/** Once more, under the same key: what the server has already it does not keep twice. */
export function retryAttachment(key: string) {
  change(key, { problem: null, canRetry: false, progress: 0 })
  void upload(key)
}

export function detach(key: string) {
  aborts.get(key)?.abort()
  files.delete(key)
  const found = findFile(key)
  if (!found) return
  // Nobody has it; if this fails the server forgets it later by itself.
  if (found.file.media) void deleteUpload(found.file.media.id).catch(() => undefined)
  const rest = found.all.filter((file) => file.key !== key)
  attachments.set(found.draftKey, rest.length === 0 ? null : rest)
}

async function upload(key: string) {
  const file = files.get(key)
  if (!file) return
  const abort = new AbortController()
  aborts.set(key, abort)
  try {
    const onProgress = (progress: number) => change(key, { progress })
    const media = await uploadMedia(file, { key, onProgress, signal: abort.signal })
    files.delete(key)
    change(key, { media, progress: 1 })
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'It failed.'
    if (!abort.signal.aborted) change(key, { problem, canRetry: error instanceof ConnectionError })
  } finally {
    aborts.delete(key)
  }
}

function change(key: string, part: Partial<Attachment>) {
  const found = findFile(key)
  if (!found) return
  attachments.set(
    found.draftKey,
    found.all.map((file) => (file.key === key ? { ...file, ...part } : file)),
  )
}

/** By the file, because a draft may have moved meanwhile. */
function findFile(key: string) {
  for (const [draftKey, all] of attachments.entries()) {
    const file = all.find((each) => each.key === key)
    if (file) return { draftKey, all, file }
  }
  return null
}
