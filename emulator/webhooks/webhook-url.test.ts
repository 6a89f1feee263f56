import { describe, expect, it } from 'vitest'
import { parseWebhookUrl, resolveUrl } from './webhook-url.ts'

describe('the URL of a webhook', () => {
  it.each([
    ['https://Example.com', 'https://example.com/'],
    ['http://localhost:3000/a?b=c#rc=1', 'http://localhost:3000/a?b=c'],
    ['https://u:p@example.com:443/x', 'https://u:p@example.com:443/x'],
    ["https://example.com/it's", "https://example.com/it's"],
    ['https://example.com/ä b', 'https://example.com/%C3%A4%20b'],
    ['https://example.com?x=1', 'https://example.com/?x=1'],
  ])('%s is requested as %s', (text, href) => {
    expect(parseWebhookUrl(text)?.href).toBe(href)
  })

  it.each(['', 'nonsense', '/path', 'ftp://example.com', 'http://', 'http://[', 'javascript:alert(1)'])(
    'cannot be %j',
    (text) => {
      expect(parseWebhookUrl(text)).toBeNull()
    },
  )

  it('takes GET parameters behind a query it already has', () => {
    expect(parseWebhookUrl('http://example.com/a?b=1', 'c=2')?.href).toBe('http://example.com/a?b=1&c=2')
  })

  it.each([
    ['/b', 'http://example.com/x/a?q=1', 'http://example.com/b'],
    ['b?c=1', 'http://example.com/x/a', 'http://example.com/x/b?c=1'],
    ['', 'http://example.com/x/a?q=1#rc=1', 'http://example.com/x/a?q=1'],
    ['https://other.example/z', null, 'https://other.example/z'],
    ['/b', null, null],
    ['http://[', 'http://example.com/', null],
  ])('%j from %j is %j', (text, base, url) => {
    expect(resolveUrl(text, base)).toBe(url)
  })
})
