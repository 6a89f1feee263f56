import { describe, expect, test } from 'vitest'
import { webhookUrl } from './webhook-url'

const config = { publicOrigin: 'https://eva.example.com' }

describe('webhookUrl', () => {
  test('asks Twilio to retry what was shed or slow, within its 15 seconds', () => {
    expect(webhookUrl(config, '/api/twilio/webhooks/sms')).toBe(
      'https://eva.example.com/api/twilio/webhooks/sms#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt',
    )
  })

  test('carries a query before the fragment, encoded', () => {
    const url = new URL(webhookUrl(config, '/api/twilio/webhooks/voice', { number: '+14155550123', attempt: "o'k" }))
    expect(url.searchParams.get('number')).toBe('+14155550123')
    expect(url.searchParams.get('attempt')).toBe("o'k")
    expect(url.hash).toBe('#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt')
  })
})
