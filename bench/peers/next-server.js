// @ts-check
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import next from 'next'

/** `next start` on a port the system chooses: the built app behind Next's own request handler. */
const dir = fileURLToPath(new URL('next', import.meta.url))
const app = next({ dir, dev: false })
const handle = app.getRequestHandler()
await app.prepare()
const server = createServer((request, response) => void handle(request, response))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ type: 'ready', port: address.port })
})
