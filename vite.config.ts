import { fileURLToPath } from 'node:url'
import { constants, brotliCompressSync, gzipSync } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Where the app itself listens while `npm run dev` puts Vite on its port. */
const app = process.env.EVA_DEV_APP_URL ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), tailwindcss(), compress()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    sourcemap: true,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      output: {
        // What every page needs in two files, what several pages share in a third, instead of fifty small ones.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'frame', tags: ['$initial'], priority: 2 },
            {
              name: 'shared',
              minShareCount: 3,
              test: /^(?!.*(parse-phone-number|virtual-list|dialog|[Ss]egment|plain-|repair-text|wide-characters|EditWaiting|schemas\/permission)).*(\/src\/|lucide-react)/,
            },
          ],
        },
      },
    },
  },
  server: {
    strictPort: true,
    proxy: { '/api': { target: app, ws: true }, '/healthz': app, '/readyz': app, '/metrics': app },
  },
})

/** Lays a .br and a .gz beside each text file that browsers load; src/api/static-files.ts serves them. */
function compress(): Plugin {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return {
    name: 'compress',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(js|css|svg)$/.test(fileName)) continue
          const text = file.type === 'chunk' ? file.code : file.source
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(text, quality) })
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(text, { level: 9 }) })
        }
      },
    },
  }
}
