import twilio from 'twilio'
import { expect, test } from 'vitest'
import { InvalidError } from '@/shared/errors'
import { verifyWebhook } from './verify-webhook'

const authTokens = () => ['a token of the tests']
const config = { publicOrigin: 'https://eva.example.com' }

test('a body nested too deeply is refused before its signature is looked at, and ends nothing', () => {
  const body = Buffer.from(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)
  const request = { target: '/hook?bodySHA256=0', body, json: true, signature: 'x'.repeat(28), authTokens }
  expect(() => verifyWebhook(config, request)).toThrow(InvalidError)
})

test('a query is kept whole, question marks in it too', () => {
  const target = '/hook?Body=Are+you+there?&From=%2B14155550111'
  const signature = twilio.getExpectedTwilioSignature('a token of the tests', config.publicOrigin + target, {})
  expect(verifyWebhook(config, { target, body: null, json: false, signature, authTokens })).toMatchObject({
    raw: 'Body=Are+you+there?&From=%2B14155550111',
    parameters: { Body: 'Are you there?', From: '+14155550111' },
  })
})
