import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
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

/** What a browser may accept, best first, and the suffix of the file that the build has laid beside the original. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** Where the build put the dashboard, seen from the bundled server or from the sources; null before the first build. */
export function findWebDirectory(): string | null {
  const candidates = ['../web', '../../dist/web'].map((path) => resolve(import.meta.dirname, path))
  return candidates.find((directory) => existsSync(join(directory, 'index.html'))) ?? null
}

/**
 * Serves the built dashboard: hashed assets for ever, everything else asked again each time; a page address of the dashboard gets
 * index.html. Never serves anything outside the folder; what it has not, goes on to `next`.
 */
export function staticFiles(directory: string) {
  const app = new Hono<AppEnv>()

  async function answer(c: HonoContext<AppEnv>, { path, version }: Found) {
    const hashed = path.startsWith(join(directory, 'assets') + sep)
    const etag = `W/"${version}"`
    c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('ETag', etag)
    c.header('Vary', 'Accept-Encoding')
    if (c.req.header('if-none-match') === etag) return c.body(null, 304)
    const encoded = await findEncoded(path, c.req.header('accept-encoding'))
    if (encoded) c.header('Content-Encoding', encoded.encoding)
    c.header('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    return c.body(Uint8Array.from(await readFile(encoded?.path ?? path)))
  }

  app.get('*', async (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    const file = await find(directory, c.req.path)
    if (file) return answer(c, file)
    const isPage =
      c.req.path === '/' || (extname(c.req.path) === '' && (c.req.header('accept') ?? '').includes('text/html'))
    const page = isPage ? await find(directory, '/index.html') : null
    return page ? answer(c, page) : next()
  })
  return app
}

type Found = { path: string; version: string }

async function find(directory: string, urlPath: string): Promise<Found | null> {
  const path = resolve(directory, `.${decode(urlPath)}`)
  if (!path.startsWith(directory + sep)) return null
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? { path, version: `${found.size}-${Math.trunc(found.mtimeMs)}` } : null
}

async function findEncoded(path: string, header = '') {
  const accepted = header.split(',').map((part) => part.trim().split(';')[0])
  for (const [encoding, suffix] of encodings) {
    const exists = accepted.includes(encoding) && (await stat(path + suffix).catch(() => null))
    if (exists) return { encoding, path: path + suffix }
  }
  return null
}

function decode(urlPath: string) {
  try {
    return decodeURIComponent(urlPath).replaceAll('\0', '')
  } catch {
    return '/'
  }
}
