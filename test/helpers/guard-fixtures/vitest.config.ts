import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { pool: 'forks', isolate: false, maxWorkers: 1, include: ['*.fixture.ts'], setupFiles: '../guard.ts' },
})
