import type { IncomingMessage } from 'node:http'

const limit = 10_485_760

/** The whole body as text, or null if it is unreasonably long. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  return (await readBytes(request))?.toString('utf8') ?? null
}

/** The whole body, or null if it is unreasonably long. */
export function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | null>()
  const chunks: Buffer[] = []
  let length = 0
  request.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
    else resolve(null)
  })
  request.once('end', () => resolve(Buffer.concat(chunks)))
  request.once('error', reject)
  return promise
}
