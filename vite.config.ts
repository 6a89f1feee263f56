import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the app itself listens while `npm run dev` puts Vite on its port. */
const app = process.env.EVA_DEV_APP_URL ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: { outDir: 'dist/web', emptyOutDir: true, sourcemap: true, chunkSizeWarningLimit: 1_500 },
  server: {
    strictPort: true,
    proxy: { '/api': { target: app, ws: true }, '/healthz': app, '/readyz': app, '/metrics': app },
  },
})
