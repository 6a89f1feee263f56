import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createSecretToken } from '@/lib/auth/secret-token'

const Kept = z.object({ secret: z.string().min(16) })

/**
 * The secret of an installation that was given none: made once and kept in the data directory for its owner's eyes only (mode 0600). The
 * finished file is linked to its name, so of two processes that begin at once both use the first one's. The launcher uses the same file.
 */
export function keepSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'secret.json')
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const made = createSecretToken()
  const draft = `${file}.${made.slice(0, 8)}`
  writeFileSync(draft, JSON.stringify({ secret: made }), { flag: 'wx', mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return Kept.parse(JSON.parse(readFileSync(file, 'utf8'))).secret
}
