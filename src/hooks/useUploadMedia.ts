import { useSyncExternalStore } from 'react'
import { attachmentsProblem } from '@/shared/media/outgoing-limits'
import { attach, attachments, detach, retryAttachment, type Attachment } from './attachments'

const none: readonly Attachment[] = []

/**
 * The files of one text that is being written. `urls` goes into `mediaUrls` of the text; `blocked` says why it cannot go yet. Call `clear`
 * when the text was sent: the files then belong to it. What is removed before is taken back from the server.
 */
export function useUploadMedia(draftKey: string) {
  const all = useSyncExternalStore(attachments.subscribe, () => attachments.get(draftKey) ?? none)
  const good = all.filter((file) => file.problem === null)
  const together = attachmentsProblem(good)
  const isBusy = good.some((file) => file.media === null)
  const hasProblem = all.length > good.length
  return {
    attachments: all,
    urls: good.flatMap((file) => file.media?.url ?? []),
    together,
    blocked: hasProblem
      ? 'Remove the file that cannot be sent.'
      : (together ?? (isBusy ? 'A file is still being uploaded.' : undefined)),
    add: (files: readonly File[]) => attach(draftKey, files),
    retry: retryAttachment,
    remove: detach,
    clear: () => attachments.set(draftKey, null),
  }
}

export type UploadMedia = ReturnType<typeof useUploadMedia>
