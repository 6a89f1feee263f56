import type { StoredEvent } from './stored-event'

export type FrameFormat = 'sse' | 'websocket'

/** What a stream says about itself, beside the events. `id` is a cursor to resume from. */
export type ControlFrame =
  | { type: 'ready'; id: string; topics: readonly string[] }
  | { type: 'reset'; id: string }
  | { type: 'heartbeat'; id: string }

/** How long a native EventSource waits before it reconnects by itself. */
const retryMilliseconds = 2_000

/** Many events as the bytes of one write: SSE messages, or one WebSocket text frame per event. */
export function encodeEvents(format: FrameFormat, events: readonly StoredEvent[]): Buffer {
  if (format === 'websocket') return Buffer.concat(events.map((event) => textFrame(event.json)))
  return Buffer.from(events.map((event) => `id: ${event.id}\ndata: ${event.json}\n\n`).join(''))
}

/**
 * A named SSE event, or a WebSocket message told from events by its `type`. A heartbeat is also a comment, or a ping; scripts in a browser
 * see neither, so the message is theirs.
 */
export function encodeControl(format: FrameFormat, frame: ControlFrame): Buffer {
  const json = JSON.stringify(frame)
  if (format === 'websocket') {
    return frame.type === 'heartbeat' ? Buffer.concat([pingFrame, textFrame(json)]) : textFrame(json)
  }
  const opening = { ready: `retry: ${retryMilliseconds}\n`, heartbeat: ': heartbeat\n', reset: '' }[frame.type]
  return Buffer.from(`${opening}id: ${frame.id}\nevent: ${frame.type}\ndata: ${json}\n\n`)
}

const pingFrame = Buffer.from([0x89, 0])

/** An unmasked, uncompressed, final text frame (RFC 6455, 5.2), so that one encoding serves every WebSocket client. */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8
  const frame = Buffer.allocUnsafe(2 + lengthBytes + length)
  frame[0] = 0x81
  if (lengthBytes === 0) frame[1] = length
  else if (lengthBytes === 2) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, 2 + lengthBytes)
  return frame
}
