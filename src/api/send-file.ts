import type { Context as HonoContext } from 'hono'
import type { AppEnv } from '@/api/request-context'
import type { OpenedMedia } from '@/lib/services/media/open-media'
import { contentDisposition } from '@/shared/media/file-name'
import { isShown } from '@/shared/media/media-type'

/** Nothing in a file may run, load or frame anything, should a browser be led to open it as a page. */
const policy = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * Answers with a file or the one range of it that was asked for (RFC 9110, 14.2). What is not surely a picture, sound or video is only ever
 * downloaded, as bytes. A HEAD opens nothing.
 */
export async function sendFile(c: HonoContext<AppEnv>, file: OpenedMedia, { download = false } = {}) {
  const shown = isShown(file.contentType)
  const how = shown && !download ? 'inline' : 'attachment'
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Content-Type': shown || isPlain(file.contentType) ? file.contentType : 'application/octet-stream',
    'Content-Disposition': contentDisposition(how, file.fileName, file.contentType),
    'Content-Security-Policy': policy,
    ETag: `"${file.id}"`,
  })
  const range = rangeOf(c.req.header('range'), file.sizeBytes)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.sizeBytes}`)
    return new Response(null, { status: 416, headers })
  }
  const length = range ? range.end - range.start + 1 : file.sizeBytes
  headers.set('Content-Length', String(length))
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end}/${file.sizeBytes}`)
  const body = c.req.raw.method === 'HEAD' ? null : await file.open(range ?? undefined)
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** Types that a receiver must be told, and that no browser opens as a page when they are sent as attachments. */
function isPlain(contentType: string) {
  return /^(?:image\/(?!svg)|audio\/|video\/|application\/(?:pdf|vnd\.apple\.pkpass)$|text\/(?:plain|csv|calendar|(?:x-)?vcard)$)/.test(
    contentType,
  )
}

/** The one range asked for; null when none is, or several, or in a form we do not read: all of it is right then. */
function rangeOf(header: string | undefined, size: number) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < start) return null
  return start > end ? 'unsatisfiable' : { start, end }
}
