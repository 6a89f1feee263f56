import type { World } from '../world.ts'
import { deliver } from '../webhooks/deliver.ts'
import { parseWebhookUrl } from '../webhooks/webhook-url.ts'
import { isWhatsApp } from './channel-address.ts'
import type { StoredMedia } from './messaging.ts'
import { mediaTypeOf } from './media-type.ts'
import { messageMedia } from './message-media.ts'
import type { Message } from './message.ts'

const imageTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/jpg', 'image/gif', 'image/png'])
const acceptedTypes =
  /^(image|audio|video)\/|^text\/(plain|vcard|x-vcard|calendar|csv|html|rtf|richtext|directory)$|^application\/(pdf|vcard|vnd\.apple\.pkpass|rtf|ogg)$/
const imageLimit = 5_242_880
const otherLimit = 512_000
const whatsAppLimit = 16_777_216

/** The emulator fetches media from this machine only, unless the settings let it go anywhere. */
function isReachable(world: World, url: string): boolean {
  if (world.account.settings.mediaFrom === 'anywhere') return /^https?:/i.test(url)
  const { hostname } = parseWebhookUrl(url) ?? { hostname: '' }
  return /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(hostname)
}

function readDataUrl(url: string): StoredMedia | null {
  const match = /^data:([\w.+/-]+)(;base64)?,(.*)$/s.exec(url)
  if (match === null) return null
  const [, contentType = '', base64, data = ''] = match
  return {
    contentType,
    body: Buffer.from(base64 === undefined ? decodeURIComponent(data) : data, base64 === undefined ? 'utf8' : 'base64'),
  }
}

/** Whether any of a text's media has bytes that can be had. */
export function hasFiles(world: World, message: Message): boolean {
  return message.mediaUrls.some((url) => url.startsWith('data:') || isReachable(world, url))
}

/**
 * Gets the bytes of a text's media and keeps them; null if all is well, else the code that the text fails with: 11200
 * not to be had, 12300 of a type nobody takes, 11751 too large, 63019 on WhatsApp.
 */
export async function storeMedia(world: World, message: Message): Promise<number | null> {
  const files = await Promise.all(messageMedia(message).map(({ sid, url }) => fetchFile(world, sid, url)))
  const refused = files.find((file) => typeof file === 'number')
  const isChannel = isWhatsApp(message.to) || isWhatsApp(message.from)
  if (refused !== undefined) return isChannel ? 63_019 : refused
  const stored = files.filter((file) => file !== null && typeof file !== 'number')
  const total = stored.reduce((sum, file) => sum + file.body.length, 0)
  const other = stored.filter((file) => !imageTypes.has(file.contentType)).some((file) => file.body.length > otherLimit)
  if (isChannel) return total > whatsAppLimit ? 63_019 : null
  return total > imageLimit || other ? 11_751 : null
}

async function fetchFile(world: World, sid: string, url: string): Promise<StoredMedia | number | null> {
  const file = readDataUrl(url) ?? (isReachable(world, url) ? await download(world, url) : null)
  if (file === null || typeof file === 'number') return file
  if (!acceptedTypes.test(file.contentType)) return 12_300
  world.account.messaging.media.set(sid, file)
  return file
}

async function download(world: World, url: string): Promise<StoredMedia | number> {
  const delivery = await deliver(world, { kind: 'media', url, method: 'GET', parameters: {}, bodyLimit: whatsAppLimit })
  if (!delivery.ok) return delivery.code
  const contentType = delivery.contentType?.split(';')[0]?.trim().toLowerCase() || mediaTypeOf(url)
  return { contentType, body: delivery.body }
}
