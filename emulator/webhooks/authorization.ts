import { createHash, randomBytes } from 'node:crypto'
import { decodePart } from '../http/decode-part.ts'

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function challengeOf(text: string): Record<string, string> {
  const pairs = text.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)
  return Object.fromEntries([...pairs].map((match) => [match[1]?.toLowerCase() ?? '', match[2] ?? match[3] ?? '']))
}

/** RFC 7616, without entity digests: MD5 or SHA-256, with or without `qop=auth`. */
function digest(
  user: string,
  password: string,
  challenge: Record<string, string>,
  method: string,
  path: string,
): string {
  const { realm = '', nonce = '', opaque, algorithm = 'MD5' } = challenge
  const hash = /^sha-256/i.test(algorithm) ? sha256 : md5
  const client = randomBytes(8).toString('hex')
  const isSession = /-sess$/i.test(algorithm)
  const secret = hash(`${user}:${realm}:${password}`)
  const first = isSession ? hash(`${secret}:${nonce}:${client}`) : secret
  const second = hash(`${method}:${path}`)
  const quality = challenge['qop']?.split(',').some((each) => each.trim() === 'auth') ?? false
  const response = hash(quality ? `${first}:${nonce}:00000001:${client}:auth:${second}` : `${first}:${nonce}:${second}`)
  const parts = [
    `username="${user}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${path}"`,
    `response="${response}"`,
  ]
  if (challenge['algorithm'] !== undefined) parts.push(`algorithm=${algorithm}`)
  if (quality) parts.push('qop=auth', 'nc=00000001')
  if (quality || isSession) parts.push(`cnonce="${client}"`)
  if (opaque !== undefined) parts.push(`opaque="${opaque}"`)
  return `Digest ${parts.join(', ')}`
}

/** The answer to a 401 with the user and password of the URL; null if the server asks for neither Basic nor Digest. */
export function authorize(userInfo: string, asked: string, method: string, path: string): string | null {
  const at = userInfo.indexOf(':')
  const user = decodePart(at === -1 ? userInfo : userInfo.slice(0, at))
  const password = at === -1 ? '' : decodePart(userInfo.slice(at + 1))
  if (/\bdigest\b/i.test(asked)) return digest(user, password, challengeOf(asked), method, path)
  return /\bbasic\b/i.test(asked) ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : null
}
