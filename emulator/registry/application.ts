import type { HttpMethod } from '../account/phone-numbers.ts'

/** URLs under one name: what answers calls and texts of numbers, clients and requests that name it. */
export type Application = {
  sid: string
  friendlyName: string
  createdAt: number
  updatedAt: number
  voiceUrl: string
  voiceMethod: HttpMethod
  voiceFallbackUrl: string
  voiceFallbackMethod: HttpMethod
  statusCallback: string
  statusCallbackMethod: HttpMethod
  voiceCallerIdLookup: boolean
  smsUrl: string
  smsMethod: HttpMethod
  smsFallbackUrl: string
  smsFallbackMethod: HttpMethod
  smsStatusCallback: string
  messageStatusCallback: string
  publicApplicationConnectEnabled: boolean
}
