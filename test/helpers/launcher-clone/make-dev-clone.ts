import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeClone } from './make-clone'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A clone with just enough source to be watched: a server that answers with one word, a page, an emulator. */
export function makeDevClone() {
  const clone = makeClone()
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(clone.path, file)), { recursive: true })
    writeFileSync(join(clone.path, file), content)
  }
  for (const file of ['vite.config.ts', 'rolldown.config.js']) cpSync(join(root, file), join(clone.path, file))
  write('index.html', '<!doctype html><title>page</title><script type="module" src="/src/main.tsx"></script>')
  write('src/main.tsx', 'document.title = "running"')
  write('migrations/0001_first.sql', '')
  const writeServer = (word: string) => write('src/server.ts', serverAnswering(word))
  writeServer('first')
  return { ...clone, write, writeServer }
}

function serverAnswering(word: string) {
  return `import { createServer } from 'node:http'
const server = createServer((_, response) => response.end('${word}'))
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ type: 'ready', url: '' }))
for (const event of ['SIGTERM', 'disconnect']) process.once(event, () => process.exit(0))
`
}
