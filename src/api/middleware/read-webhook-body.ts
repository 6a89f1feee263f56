import { isUtf8 } from 'node:buffer'
import { DomainError, InvalidError } from '@/shared/errors'

/** Twilio's bodies are a few kilobytes; a transcript as JSON may be some hundred. */
export const largestBody = 1_048_576

/** A body that says it is larger than 1 MB is a 413 before anything of it is read. */
export function assertDeclaredLength(contentLength: string | undefined) {
  if (contentLength !== undefined && Number(contentLength) > largestBody) throw tooLarge()
}

/** The body of a webhook: at most 1 MB (413), valid UTF-8 (400). */
export async function readWebhookBody(request: Request): Promise<Buffer> {
  const declared = request.headers.get('content-length')
  const body = declared === null ? await readWithin(request) : Buffer.from(await request.arrayBuffer())
  if (body.length > largestBody) throw tooLarge()
  assertUtf8(body)
  return body
}

export function assertUtf8(body: Buffer) {
  if (!isUtf8(body)) throw new InvalidError('The body is not valid UTF-8.')
}

async function readWithin(request: Request) {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > largestBody) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge() {
  return new DomainError('too_large', 'The body is larger than 1 MB.')
}
