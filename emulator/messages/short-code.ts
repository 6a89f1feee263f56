import type { HttpMethod } from '../account/phone-numbers.ts'

export type ShortCode = {
  sid: string
  shortCode: string
  friendlyName: string
  createdAt: number
  updatedAt: number
  smsUrl: string
  smsMethod: HttpMethod
  smsFallbackUrl: string
  smsFallbackMethod: HttpMethod
}
