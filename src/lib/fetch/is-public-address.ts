import { BlockList, isIP } from 'node:net'

/**
 * What is not on the open internet, of IPv4: IANA's special-purpose registry (https://www.iana.org/assignments/iana-ipv4-special-registry),
 * multicast, and Azure's host service, which hides among public addresses.
 */
const closed4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Of IPv6 only global unicast is open, less these: protocol assignments (Teredo among them), documentation, and 6to4, which wraps an IPv4. */
const open6 = ['2000::/3']
const closed6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const lists = { closed4: listOf(closed4, 'ipv4'), open6: listOf(open6, 'ipv6'), closed6: listOf(closed6, 'ipv6') }

/**
 * Whether an address is one that anybody on the internet could ask for us: not this machine, its network, its cloud's metadata service, nor
 * any spelling of those in IPv6. Not an address: false.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !lists.closed4.check(address, 'ipv4')
  // With a zone (fe80::1%eth0) it is of one network only.
  if (family !== 6 || address.includes('%')) return false
  return lists.open6.check(address, 'ipv6') && !lists.closed6.check(address, 'ipv6')
}

function listOf(ranges: string[], family: 'ipv4' | 'ipv6') {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), family)
  }
  return list
}
