// @ts-check
import { fileURLToPath } from 'node:url'

/** The repository's own directory, without a trailing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
