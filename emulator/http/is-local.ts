import type { IncomingMessage } from 'node:http'

const localName = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

function isLocalAuthority(text: string): boolean {
  return localName.test(text.replace(/:\d+$/, ''))
}

/** Whether a request comes from this machine and was meant for it: a web page elsewhere must not steer the emulator. */
export function isLocal(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? ''
  if (!/^(127\.|::1$|::ffff:127\.)/.test(address)) return false
  if (!isLocalAuthority(request.headers.host ?? '')) return false
  const { origin } = request.headers
  if (origin === undefined) return true
  return URL.canParse(origin) && isLocalAuthority(new URL(origin).host)
}
