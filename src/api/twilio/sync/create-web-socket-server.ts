import { WebSocketServer } from 'ws'

/** Takes WebSocket handshakes for `serve({ websocket: { server } })`. Clients only listen: what they send is bounded and ignored. */
export function createWebSocketServer() {
  return new WebSocketServer({ noServer: true, maxPayload: 1_024, perMessageDeflate: false })
}
