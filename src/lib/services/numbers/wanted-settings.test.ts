import { expect, test } from 'vitest'
import { problemsOf, wantedSettings } from './wanted-settings'

const wanted = wantedSettings({ publicOrigin: 'https://eva.example.com', twilio: { voiceFallbackUrl: null } })

test('a number that stands as it must has no problem', () => {
  expect(problemsOf(wanted, wanted)).toEqual([])
})

test('what points elsewhere, is asked by GET, lacks the retries or is passed over is named', () => {
  const found = {
    ...wanted,
    voiceUrl: 'https://demo.twilio.com/welcome/voice/',
    voiceFallbackUrl: '',
    statusCallback: '',
    smsUrl: 'https://eva.example.com/api/twilio/webhooks/sms',
    trunkSid: 'TK1',
  }
  expect(problemsOf(found, wanted)).toEqual([
    { setting: 'voice', kind: 'elsewhere', found: found.voiceUrl, wanted: wanted.voiceUrl },
    { setting: 'voice_fallback', kind: 'elsewhere', found: '', wanted: wanted.voiceFallbackUrl },
    { setting: 'status', kind: 'elsewhere', found: '', wanted: wanted.statusCallback },
    { setting: 'texts', kind: 'retries', found: found.smsUrl, wanted: wanted.smsUrl },
    { setting: 'trunk', kind: 'overridden', found: 'TK1', wanted: '' },
  ])
  expect(problemsOf({ ...wanted, voiceMethod: 'GET' }, wanted)).toMatchObject([
    { setting: 'voice', kind: 'elsewhere', found: `GET ${wanted.voiceUrl}` },
  ])
})
