import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './is-public-address'

describe('isPublicAddress', () => {
  test.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '172.15.255.255',
    '100.63.255.255',
    '100.128.0.0',
    '223.255.255.255',
    '169.253.255.255',
    '192.0.1.1',
    '198.20.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::1',
    '2001:4860:4860::8888',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, another name', '127.255.255.254'],
    ['any address', '0.0.0.0'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a carrier’s inner network', '100.64.0.1'],
    ['Alibaba’s metadata', '100.100.100.200'],
    ['link-local, the metadata of most clouds', '169.254.169.254'],
    ['Oracle’s metadata', '192.0.0.192'],
    ['Azure’s host service', '168.63.129.16'],
    ['documentation', '203.0.113.7'],
    ['benchmarks', '198.19.255.255'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['this machine in IPv6', '::1'],
    ['nowhere in IPv6', '::'],
    ['an IPv4 written as IPv6', '::ffff:127.0.0.1'],
    ['an IPv4 written as IPv6, in hexadecimal', '::ffff:7f00:1'],
    ['an IPv4 written as IPv6, long', '0:0:0:0:0:ffff:a00:1'],
    ['an old IPv4-compatible one', '::7f00:1'],
    ['a translated IPv4', '64:ff9b::a9fe:a9fe'],
    ['6to4 of a private address', '2002:7f00:1::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['link-local in IPv6', 'fe80::1'],
    ['link-local with its zone', 'fe80::1%eth0'],
    ['unique local', 'fd00::1'],
    ['AWS metadata in IPv6', 'fd00:ec2::254'],
    ['site-local', 'fec0::1'],
    ['multicast in IPv6', 'ff02::1'],
    ['documentation in IPv6', '2001:db8::1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('%s (%s) is not', (_name, address) => expect(isPublicAddress(address)).toBe(false))

  const byte = fc.integer({ min: 0, max: 255 })

  test('no address of a closed IPv4 network is public, nor any IPv6 that wraps one', () => {
    const heads = [[10], [127], [0], [169, 254], [192, 168], [100, 100], [172, 20], [224], [255]]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.tuple(byte, byte, byte, byte), (head, tail) => {
        const bytes = [...head, ...tail].slice(0, 4)
        const [a = 0, b = 0, c = 0, d = 0] = bytes
        const high = ((a << 8) | b).toString(16)
        const low = ((c << 8) | d).toString(16)
        const spellings = [
          bytes.join('.'),
          `::ffff:${bytes.join('.')}`,
          `::ffff:${high}:${low}`,
          `::${high}:${low}`,
          `64:ff9b::${high}:${low}`,
          `2002:${high}:${low}::`,
        ]
        for (const spelling of spellings) expect(isPublicAddress(spelling)).toBe(false)
      }),
    )
  })

  test('whatever a URL makes of an odd spelling of this machine, it is not public', () => {
    const odd = [
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '017700000001',
      '127.0.0.1.',
      '0',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ]
    for (const host of odd) {
      const { hostname } = new URL(`http://${host}/`)
      expect(isPublicAddress(hostname.replace(/^\[|\]$/g, ''))).toBe(false)
    }
  })
})
