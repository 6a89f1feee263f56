import type { Account } from '../account/account.ts'
import type { HttpMethod } from '../account/phone-numbers.ts'

export type AlphaSender = { sid: string; alphaSender: string; createdAt: number }

/** A sender of the pool: a number or a short code by its SID, and since when. */
export type PoolEntry = { sid: string; createdAt: number }

/** Words and answers that take the place of Twilio's own. */
export type AdvancedOptOut = Record<'stop' | 'start' | 'help', { keywords: string[]; reply: string }>

export type MessagingService = {
  sid: string
  friendlyName: string
  createdAt: number
  updatedAt: number
  inboundRequestUrl: string | null
  inboundMethod: HttpMethod
  fallbackUrl: string | null
  fallbackMethod: HttpMethod
  statusCallback: string | null
  stickySender: boolean
  mmsConverter: boolean
  smartEncoding: boolean
  scanMessageContent: string
  fallbackToLongCode: boolean
  areaCodeGeomatch: boolean
  synchronousValidation: boolean
  validityPeriod: number
  usecase: string
  useInboundWebhookOnNumber: boolean
  numbers: PoolEntry[]
  shortCodes: PoolEntry[]
  alphaSenders: AlphaSender[]
  advancedOptOut: AdvancedOptOut | null
}

/** The service whose pool a number or a short code is in. */
export function findServiceOf(account: Account, senderSid: string): MessagingService | null {
  for (const service of account.messaging.services.values()) {
    const isIn = [...service.numbers, ...service.shortCodes].some((entry) => entry.sid === senderSid)
    if (isIn) return service
  }
  return null
}
