import { describe, expect, test } from 'vitest'
import { parseConfig } from '@/config'
import { toNumber } from './to-number'

const desk = '+14155550199'
const config = parseConfig({
  DATABASE_URL: 'postgres://localhost/eva',
  EVA_SECRET: 'a secret that is long enough',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_PHONE_NUMBER: '+14155550100',
  TWILIO_DEFAULT_TRANSFER_NUMBER: desk,
})
const at = new Date('2026-11-22T10:00:00Z')
const row = {
  id: '019aa000-0000-7000-8000-000000000001',
  phoneNumber: '+14155550100',
  phoneNumberSid: null,
  friendlyName: 'Front desk',
  capabilities: { voice: true, sms: true, mms: true },
  checkedAt: null,
  problems: null,
  releasedAt: null,
  createdAt: at,
  updatedAt: at,
}

describe('toNumber', () => {
  test('shows whom a caller reaches when nothing was chosen', () => {
    expect(toNumber({ config }, { ...row, answer: {} }).answer.transferTo).toBe(desk)
  })

  test('tells a chosen voicemail from nothing chosen', () => {
    expect(toNumber({ config }, { ...row, answer: { transferTo: null } }).answer.transferTo).toBeNull()
  })
})
