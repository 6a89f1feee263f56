import { describe, expect, it } from 'vitest'
import { describeConnectionError } from './delivery-error.ts'

describe('describeConnectionError', () => {
  it.each([
    ['ENOTFOUND', 11210],
    ['EAI_AGAIN', 11210],
    ['EPROTO', 11220],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 11235],
    ['CERT_HAS_EXPIRED', 11236],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 11237],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 11237],
    ['HPE_INVALID_CONSTANT', 11206],
    ['ECONNREFUSED', 11205],
    ['ECONNRESET', 11205],
  ])('knows %s as %i', (code, twilioCode) => {
    expect(describeConnectionError(Object.assign(new Error('failed'), { code })).code).toBe(twilioCode)
  })

  it('counts whatever else as a failed connection', () => {
    expect(describeConnectionError('strange')).toMatchObject({ code: 11205, reason: 'ct' })
  })
})
