import { useEffect, useRef, useState } from 'react'
import { attachmentProblem, attachmentsProblem, outgoingLimits } from '@/shared/media/outgoing-limits'
import type { UploadedMedia } from '@/shared/schemas/media'
import { deleteUpload, uploadMedia } from './api/media'

/** A file chosen for a text: on its way (`progress` 0 to 1), there (`media`), or not possible (`problem`, a sentence). */
export type Attachment = {
  key: string
  name: string
  contentType: string
  sizeBytes: number
  progress: number
  media: UploadedMedia | null
  problem: string | null
}

/**
 * The files of one text that is being written. `urls` goes into `mediaUrls` of the text; `blocked` says why it cannot go yet. Call `clear`
 * when the text was sent: the files then belong to it. What is removed before is taken back from the server.
 */
export function useUploadMedia() {
  const [attachments, setAttachments] = useState<Attachment[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const underWay = aborts.current
    return () => {
      for (const abort of underWay.values()) abort.abort()
    }
  }, [])
  const change = (key: string, part: Partial<Attachment>) =>
    setAttachments((all) => all.map((file) => (file.key === key ? { ...file, ...part } : file)))

  async function start(key: string, file: File) {
    const abort = new AbortController()
    aborts.current.set(key, abort)
    try {
      const onProgress = (progress: number) => change(key, { progress })
      change(key, { media: await uploadMedia(file, { onProgress, signal: abort.signal }), progress: 1 })
    } catch (error) {
      if (!abort.signal.aborted) change(key, { problem: error instanceof Error ? error.message : 'It failed.' })
    } finally {
      aborts.current.delete(key)
    }
  }

  const good = attachments.filter((file) => file.problem === null)
  const together = attachmentsProblem(good)
  const isBusy = good.some((file) => file.media === null)
  const hasProblem = attachments.length > good.length

  return {
    attachments,
    urls: good.flatMap((file) => file.media?.url ?? []),
    together,
    blocked: hasProblem
      ? 'Remove the file that cannot be sent.'
      : (together ?? (isBusy ? 'A file is still being uploaded.' : undefined)),
    add(files: readonly File[]) {
      const free = Math.max(0, outgoingLimits.count + 1 - attachments.length)
      for (const file of files.slice(0, free)) {
        const key = crypto.randomUUID()
        const { name, size: sizeBytes } = file
        const contentType = file.type || 'application/octet-stream'
        // The server decides by the bytes; what surely cannot go is not sent there at all.
        const problem = file.type === '' ? null : attachmentProblem({ contentType, sizeBytes })
        setAttachments((all) => [...all, { key, name, contentType, sizeBytes, progress: 0, media: null, problem }])
        if (problem === null) void start(key, file)
      }
    },
    remove(key: string) {
      aborts.current.get(key)?.abort()
      const media = attachments.find((file) => file.key === key)?.media
      // Nobody has it; if this fails the server forgets it later by itself.
      if (media) void deleteUpload(media.id).catch(() => undefined)
      setAttachments((all) => all.filter((file) => file.key !== key))
    },
    clear: () => setAttachments([]),
  }
}

export type UploadMedia = ReturnType<typeof useUploadMedia>
