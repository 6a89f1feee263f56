import type { ServerResponse } from 'node:http'
import type { World } from '../world.ts'

const heartbeatMs = 15_000

/** Server-sent events: each change as a hint to fetch again. The heartbeat keeps to real time: it is for the connection. */
export function serveStream(world: World, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  })
  response.write(': welcome\n\n')
  const stop = world.changes.listen((change) => response.write(`data: ${JSON.stringify(change)}\n\n`))
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
  response.on('close', () => {
    stop()
    clearInterval(heartbeat)
  })
}
