import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../dist/phones/', import.meta.url))

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: http: https:; media-src 'self' blob: http: https:; connect-src 'self'; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

const unbuilt =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Phones</title><p>The emulator runs. For its phones, run <code>npm run build</code> once.</p></html>'

/** The phones page and its assets, as they were built. Nothing outside its folder is served. */
export async function servePage(response: ServerResponse, path: string): Promise<void> {
  const name = path === '/' ? 'index.html' : path.slice(1)
  const headers = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
  const isSafe = /^[\w./-]+$/.test(name) && !name.includes('..')
  const file = isSafe ? await readFile(join(folder, name)).catch(() => null) : null
  if (file !== null) {
    const cache = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const type = types[extname(name)] ?? 'application/octet-stream'
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Cache-Control': cache }).end(file)
  } else if (path === '/')
    response.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }).end(unbuilt)
  else response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found\n')
}
