import type { IncomingMessage, ServerResponse } from 'node:http'

type Object = { body: Buffer; contentType: string }

/** As much of Supabase Storage's REST API as a private bucket needs, in memory: put, get with ranges, head, delete many. */
export function fakeSupabaseStorage({ bucket, key }: { bucket: string; key: string }) {
  const objects = new Map<string, Object>()
  let failure: number | null = null

  function answer(request: IncomingMessage, body: Buffer, response: ServerResponse) {
    const json = (status: number, value: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
    const status = failure
    failure = null
    if (status !== null) return json(status, { message: 'down' })
    if (request.headers.authorization !== `Bearer ${key}` || request.headers['apikey'] !== key)
      return json(403, { statusCode: '403', error: 'Unauthorized', message: 'Invalid key' })
    const root = `/storage/v1/object/${encodeURIComponent(bucket)}`
    const path = request.url ?? ''
    if (!path.startsWith(root)) return json(404, { statusCode: '404', error: 'Bucket not found' })
    const name = path.slice(root.length + 1)
    if (request.method === 'POST') {
      objects.set(name, { body, contentType: request.headers['content-type'] ?? '' })
      return json(200, { Key: `${bucket}/${name}` })
    }
    if (request.method === 'DELETE') {
      const { prefixes } = JSON.parse(body.toString()) as { prefixes: string[] }
      for (const prefix of prefixes) objects.delete(prefix)
      return json(200, [])
    }
    const found = objects.get(name)
    // As the hosted service does: 400 with the real status inside.
    if (!found) return json(400, { statusCode: '404', error: 'not_found', message: 'Object not found' })
    return send(found, request.headers.range, response)
  }

  return {
    objects,
    failNext: (status: number) => void (failure = status),
    handle(request: IncomingMessage, response: ServerResponse) {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => answer(request, Buffer.concat(chunks), response))
    },
  }
}

function send({ body, contentType }: Object, range: string | undefined, response: ServerResponse) {
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  if (start === undefined)
    return response.writeHead(200, { 'Content-Type': contentType, 'Content-Length': body.length }).end(body)
  const part = body.subarray(Number(start), Number(end) + 1)
  const contentRange = `bytes ${start}-${Number(start) + part.length - 1}/${body.length}`
  return response
    .writeHead(206, { 'Content-Type': contentType, 'Content-Length': part.length, 'Content-Range': contentRange })
    .end(part)
}
