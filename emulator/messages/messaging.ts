import type { CookieJar } from '../webhooks/cookies.ts'
import type { MessagingService } from './messaging-service.ts'
import type { ShortCode } from './short-code.ts'

/** Bytes of a text's media, as fetched or as the handset sent them. */
export type StoredMedia = { contentType: string; body: Buffer }

/** When a sender is free for its next text, and how many it was given. */
export type SenderQueue = { freeAt: number; count: number }

/** What texts leave behind on an account, apart from themselves. */
export type Messaging = {
  services: Map<string, MessagingService>
  shortCodes: Map<string, ShortCode>
  /** The sender a recipient knows, by `service|recipient`. */
  sticky: Map<string, string>
  queues: Map<string, SenderQueue>
  /** Cookies of webhooks, by `from|to`. */
  jars: Map<string, { jar: CookieJar; usedAt: number }>
  media: Map<string, StoredMedia>
  /** When a WhatsApp user last wrote, by `own|user`. */
  conversations: Map<string, number>
}

export function createMessaging(): Messaging {
  return {
    services: new Map(),
    shortCodes: new Map(),
    sticky: new Map(),
    queues: new Map(),
    jars: new Map(),
    media: new Map(),
    conversations: new Map(),
  }
}
