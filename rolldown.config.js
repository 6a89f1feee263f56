// @ts-check
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'rolldown'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  cwd: here,
  input: { server: 'src/server.ts' },
  platform: 'node',
  // Libraries stay in node_modules; only our own files and the alias of our own folder are bundled.
  external: /^(?!@\/|\.|\/|src\/)/,
  resolve: { alias: { '@': `${here}src` } },
  output: { dir: 'dist/server', format: 'esm', sourcemap: true, cleanDir: true },
})
