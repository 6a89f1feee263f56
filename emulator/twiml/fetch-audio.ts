import { abortable } from '../calls/abortable.ts'
import { readSamples } from '../speech/read-samples.ts'
import { deliver } from '../webhooks/deliver.ts'
import { parseWebhookUrl } from '../webhooks/webhook-url.ts'
import { complain } from './verb.ts'
import type { Scene } from './verb.ts'

const audioTypes: ReadonlySet<string> = new Set(
  ['mpeg', 'mp3', 'wav', 'wave', 'x-wav', 'aiff', 'x-aifc', 'x-aiff', 'x-gsm', 'gsm', 'ulaw'].map(
    (type) => `audio/${type}`,
  ),
)

/** How long it plays, in milliseconds, and its sound at 8 kHz if it is a file that can be read. */
export type Audio = { ms: number; samples: Int16Array | null }

/**
 * An audio file, or null with the warning noted if it cannot be played. Only files on this machine are fetched: others are taken
 * for good and for a usual length, so that nothing here needs the internet.
 */
export async function fetchAudio(run: Scene, url: string, isInGather: boolean): Promise<Audio | null> {
  const unknown = { ms: run.world.timing.playUnknown, samples: null }
  const { hostname } = parseWebhookUrl(url) ?? { hostname: '' }
  if (!/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hostname)) return unknown
  const request = { kind: 'play' as const, url, method: 'GET', parameters: {} }
  const delivery = await abortable(deliver(run.world, request), run.signal)
  if (!delivery.ok) {
    complain(run, delivery.code, `Play: ${delivery.text}`)
    return null
  }
  const type = delivery.contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!audioTypes.has(type)) {
    complain(run, isInGather ? 13_325 : 13_420, `Play: invalid Content-Type ${type === '' ? 'none' : type}`)
    return null
  }
  run.world.account.sounds.keep(url, { contentType: type, body: delivery.body })
  const ms = wavLength(delivery.body)
  return ms === null ? unknown : { ms, samples: readSamples(delivery.body) }
}

/** Milliseconds by the header of a PCM WAV file; null for anything else. */
function wavLength(file: Buffer): number | null {
  if (file.length < 44 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    return null
  const bytesPerSecond = file.readUInt32LE(28)
  const at = file.indexOf('data', 12, 'latin1')
  if (bytesPerSecond === 0 || at === -1 || at + 8 > file.length) return null
  return Math.round((file.readUInt32LE(at + 4) / bytesPerSecond) * 1000)
}
