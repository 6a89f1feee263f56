import { lookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import { FetchError } from './fetch-error'
import { isPublicAddress } from './is-public-address'

/** Names to addresses, and which of those may be connected to; tests pass their own. */
export type Resolver = {
  resolve(hostname: string): Promise<LookupAddress[]>
  isPublic(address: string): boolean
}

const ordinary: Resolver = {
  resolve: (hostname) => promisify(lookup)(hostname, { all: true }),
  isPublic: isPublicAddress,
}

/** The addresses of a host as a URL names it; throws FetchError unless every one of them is public. */
export async function resolvePublic(hostname: string, resolver: Resolver = ordinary): Promise<LookupAddress[]> {
  const bare = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(bare)
  const addresses = family === 0 ? await resolve(bare, resolver) : [{ address: bare, family }]
  if (addresses.length === 0) throw new FetchError('failed', 'The file could not be fetched: its host has no address.')
  if (!addresses.every(({ address }) => resolver.isPublic(address)))
    throw new FetchError('refused', 'The address leads into a private network, so it is not fetched.')
  return addresses
}

async function resolve(hostname: string, resolver: Resolver) {
  try {
    return await resolver.resolve(hostname)
  } catch (cause) {
    throw new FetchError('failed', 'The file could not be fetched: its host is not known.', { cause })
  }
}

/** A connection's own lookup that gives what was checked and asks nobody again: a second answer could be another one. */
export function lookupOf(addresses: LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses
    if (options.all) callback(null, addresses)
    else callback(null, first?.address ?? '', first?.family)
  }
}
