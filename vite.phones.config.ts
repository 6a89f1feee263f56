import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The emulator's page of handsets, served by the emulator at its own `/`. */
export default defineConfig({
  root: fileURLToPath(new URL('emulator/phones', import.meta.url)),
  plugins: [react(), tailwindcss()],
  build: { outDir: fileURLToPath(new URL('dist/phones', import.meta.url)), emptyOutDir: true, sourcemap: true },
})
