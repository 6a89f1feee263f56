import http from 'node:http'
import { WebSocket } from 'ws'

export type LiveFrame = { id: string; type: string; at?: string; data?: unknown; topics?: string[] }

export type LiveClientOptions = {
  /** Origin of the server, `http://…`. */
  url: string
  kind: 'sse' | 'websocket'
  query?: Record<string, string>
  headers?: Record<string, string>
  onFrame?: (frame: LiveFrame) => void
}

/** A client of the live stream that writes down what it gets; it does not reconnect. Rejects with the status when it is refused. */
export function openLiveClient(options: LiveClientOptions) {
  const frames: LiveFrame[] = []
  const waiting = new Set<() => void>()
  const closed = Promise.withResolvers<{ code: number | null }>()
  let isClosed = false
  /** SSE text as it came. */
  let text = ''

  const wake = () => {
    for (const check of waiting) check()
  }
  const receive = (frame: LiveFrame) => {
    frames.push(frame)
    options.onFrame?.(frame)
    wake()
  }
  const end = (code: number | null) => {
    isClosed = true
    closed.resolve({ code })
    wake()
  }
  const query = new URLSearchParams(options.query).toString()
  const path = `/api/twilio/sync${options.kind === 'sse' ? '' : '/ws'}${query === '' ? '' : `?${query}`}`
  const connection =
    options.kind === 'sse'
      ? openSse(new URL(path, options.url), options.headers ?? {}, {
          onText: (part) => {
            text += part
          },
          onFrame: receive,
          onEnd: () => end(null),
        })
      : openWebSocket(new URL(path, options.url.replace('http', 'ws')), options.headers ?? {}, receive, end)

  return connection.then((connected) => ({
    ...connected,
    frames,
    text: () => text,
    events: () => frames.filter((frame) => frame.at !== undefined),
    /** Where to resume. */
    cursor: () => frames.at(-1)?.id,
    closed: closed.promise,
    /** Resolves when `condition` holds, looked at after every frame; rejects when the stream ends before. */
    until: (condition: (frames: LiveFrame[]) => boolean) =>
      new Promise<void>((resolve, reject) => {
        const check = () => {
          if (condition(frames)) resolve()
          else if (isClosed) reject(new Error('the stream ended'))
          else return
          waiting.delete(check)
        }
        waiting.add(check)
        check()
      }),
  }))
}

type Connection = { cut(): void; pause(): void; resume(): void; pings(): number }

function openSse(
  url: URL,
  headers: Record<string, string>,
  on: { onText(text: string): void; onFrame(frame: LiveFrame): void; onEnd(): void },
) {
  return new Promise<Connection>((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume()
        return reject(new Error(`refused with ${response.statusCode}`))
      }
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        on.onText(chunk)
        const blocks = (rest + chunk).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) on.onFrame(JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') as LiveFrame)
      })
      response.on('close', () => on.onEnd())
      response.on('error', () => undefined)
      resolve({
        cut: () => request.destroy(),
        pause: () => void response.pause(),
        resume: () => void response.resume(),
        pings: () => 0,
      })
    })
    request.on('error', reject)
  })
}

function openWebSocket(
  url: URL,
  headers: Record<string, string>,
  onFrame: (frame: LiveFrame) => void,
  onEnd: (code: number) => void,
) {
  return new Promise<Connection>((resolve, reject) => {
    const socket = new WebSocket(url, { headers })
    let pings = 0
    socket.on('message', (data: Buffer) => onFrame(JSON.parse(data.toString('utf8')) as LiveFrame))
    socket.on('ping', () => (pings += 1))
    socket.on('close', onEnd)
    socket.on('unexpected-response', (_request, response) => reject(new Error(`refused with ${response.statusCode}`)))
    socket.on('error', reject)
    socket.on('open', () =>
      resolve({
        cut: () => socket.terminate(),
        pause: () => socket.pause(),
        resume: () => socket.resume(),
        pings: () => pings,
      }),
    )
  })
}
