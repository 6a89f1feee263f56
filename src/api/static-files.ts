import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '@/api/request-context'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const encoders = {
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
}
type Encoding = keyof typeof encoders | 'identity'

/** Where the build put the dashboard, seen from the bundled server or from the sources; null before the first build. */
export function findWebDirectory(): string | null {
  const candidates = ['../web', '../../dist/web'].map((path) => resolve(import.meta.dirname, path))
  return candidates.find((directory) => existsSync(join(directory, 'index.html'))) ?? null
}

/**
 * Serves the built dashboard: hashed assets for ever, everything else asked again each time; a page address of the dashboard gets
 * index.html. Each file is compressed once and kept. Never serves anything outside the folder; what it has not, goes on to `next`.
 */
export function staticFiles(directory: string) {
  const app = new Hono<AppEnv>()
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  async function bytesOf(path: string, version: string, encoding: Encoding) {
    const key = `${path} ${version} ${encoding}`
    const known = kept.get(key) ?? encode(path, encoding)
    kept.set(key, known)
    known.catch(() => kept.delete(key))
    return known
  }

  async function answer(c: HonoContext<AppEnv>, path: string, version: string) {
    const type = types[extname(path)] ?? 'application/octet-stream'
    const encoding = type === 'font/woff2' ? 'identity' : acceptedEncoding(c.req.header('accept-encoding'))
    const etag = `W/"${version}"`
    c.header(
      'Cache-Control',
      path.startsWith(join(directory, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    c.header('ETag', etag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    if (encoding !== 'identity') c.header('Content-Encoding', encoding)
    c.header('Content-Type', type)
    return c.body(await bytesOf(path, version, encoding))
  }

  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    const file = await find(directory, c.req.path)
    if (file) return answer(c, file.path, file.version)
    const isPage = extname(c.req.path) === '' && (c.req.header('accept') ?? '').includes('text/html')
    const page = isPage ? await find(directory, '/index.html') : null
    return page ? answer(c, page.path, page.version) : next()
  })
  return app
}

async function find(directory: string, urlPath: string) {
  const path = resolve(directory, `.${decode(urlPath)}`)
  if (!path.startsWith(directory + sep)) return null
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? { path, version: `${found.size}-${Math.trunc(found.mtimeMs)}` } : null
}

function decode(urlPath: string) {
  try {
    return decodeURIComponent(urlPath).replaceAll('\0', '')
  } catch {
    return '/'
  }
}

function acceptedEncoding(header = ''): Encoding {
  const accepted = header.split(',').map((part) => part.trim().split(';')[0])
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'
}

async function encode(path: string, encoding: Encoding) {
  const bytes = await readFile(path)
  return encoding === 'identity' ? Uint8Array.from(bytes) : Uint8Array.from(await encoders[encoding](bytes))
}
