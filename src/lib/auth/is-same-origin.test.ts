import { describe, expect, test } from 'vitest'
import { isSameOrigin } from '@/lib/auth/is-same-origin'

const publicOrigin = 'https://eva.example.com'
const verdict = (headers: Record<string, string>, url = 'http://10.0.0.5:3000/api') =>
  isSameOrigin({ headers: new Headers(headers), url }, publicOrigin)

describe('where a request comes from', () => {
  test.each([
    [{ origin: publicOrigin }, 'same'],
    [{ origin: 'http://10.0.0.5:3000' }, 'same'],
    [{ origin: 'http://eva.internal', host: 'eva.internal' }, 'same'],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }, 'same'],
    [{ 'sec-fetch-site': 'none' }, 'same'],
    [{ 'sec-fetch-site': 'same-site', origin: publicOrigin }, 'same'],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://blog.example.com' }, 'other'],
    [{ 'sec-fetch-site': 'cross-site' }, 'other'],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://10.0.0.5:3000' }, 'other'],
    [{ 'sec-fetch-site': '' }, 'unknown'],
    [{ origin: 'http://10.0.0.5:3001' }, 'other'],
    [{ origin: 'null' }, 'other'],
    [{ origin: 'nonsense' }, 'other'],
    [{}, 'unknown'],
  ])('%j is %s', (headers, expected) => {
    expect(verdict(headers as Record<string, string>)).toBe(expected)
  })
})
