import { z } from 'zod'
import { ErrorBody } from '@/shared/schemas/page'
import { UploadedMedia } from '@/shared/schemas/media'
import { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'
import { ApiError, ConnectionError } from './api-error'
import { request } from './request'

const root = '/api/twilio/messages/media'

/** Uploads a file for a text; with the same `key` again it is kept once. `onProgress` hears the part that has left, 0 to 1. XMLHttpRequest, because fetch tells nothing of that. */
export function uploadMedia(
  file: File,
  { key, onProgress, signal }: { key: string; onProgress: (part: number) => void; signal: AbortSignal },
): Promise<UploadedMedia> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest()
    upload.open('POST', root)
    upload.setRequestHeader('Idempotency-Key', key)
    upload.responseType = 'json'
    upload.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    upload.addEventListener('error', () => reject(new ConnectionError()))
    upload.addEventListener('abort', () => reject(new ConnectionError()))
    upload.addEventListener('load', () => {
      const made = UploadedMedia.safeParse(upload.response)
      if (made.success) resolve(made.data)
      else reject(errorOf(upload))
    })
    signal.addEventListener('abort', () => upload.abort())
    const form = new FormData()
    form.set('file', file)
    upload.send(form)
  })
}

/** Takes back an upload that no text has. */
export function deleteUpload(id: string) {
  return request(z.unknown(), `${root}/${id}`, { method: 'DELETE' })
}

export function deleteMessage(id: string) {
  return request(MessageDeletionReceipt, `/api/twilio/messages/${id}`, { method: 'DELETE' })
}

function errorOf(upload: XMLHttpRequest) {
  const parsed = ErrorBody.safeParse(upload.response)
  if (parsed.success) return new ApiError(upload.status, parsed.data.error)
  return new ConnectionError()
}
