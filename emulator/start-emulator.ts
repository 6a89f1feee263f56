import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createAccount } from './account/account.ts'
import type { Credentials } from './account/account.ts'
import { Changes } from './account/changes.ts'
import { notify } from './account/notify.ts'
import { createPhoneNumber } from './account/phone-numbers.ts'
import { formatNumber } from './account/phone-number-format.ts'
import { createSids } from './account/sids.ts'
import { receiveCall } from './calls/receive-call.ts'
import { Clock } from './clock/clock.ts'
import type { ClockOptions } from './clock/clock.ts'
import { serveControl } from './control/serve-control.ts'
import { Faults } from './faults/faults.ts'
import { serveApi } from './http/serve-api.ts'
import { servePage } from './http/serve-page.ts'
import { isProductPath } from './products/products.ts'
import { defaultTiming } from './timing.ts'
import type { Timing } from './timing.ts'
import { CallbackChains } from './webhooks/callback-chains.ts'
import { Outbound } from './webhooks/exchange.ts'
import type { Programs, World } from './world.ts'

export type EmulatorOptions = {
  /** 0 takes any free port. */
  port?: number
  host?: string
  accountSid?: string
  authToken?: string
  phoneNumbers?: string[]
  clock?: Omit<ClockOptions, 'onError' | 'onChange'>
  timing?: Partial<Timing>
  /** The same seed gives the same SIDs. */
  seed?: string
  programs?: Partial<Programs>
}

export type Emulator = {
  url: string
  port: number
  accountSid: string
  authToken: string
  testCredentials: Credentials
  phoneNumbers: string[]
  clock: Clock
  close: () => Promise<void>
}

export const defaultPhoneNumbers = ['+14155550100', '+12125550100']

/** A Twilio of one's own, listening when this resolves. Rejects if the port is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const phoneNumbers = options.phoneNumbers ?? defaultPhoneNumbers
  let url = ''
  const world = createWorld(options, phoneNumbers, () => url)
  const server = createServer((request, response) => void serve(world, request, response))
  const host = options.host ?? '127.0.0.1'
  const port = await listen(server, options.port ?? 0, host)
  url = `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  const { account, clock } = world
  return {
    url,
    port,
    accountSid: account.sid,
    authToken: account.authToken,
    testCredentials: account.test,
    phoneNumbers,
    clock,
    close: async () => {
      clock.close()
      world.outbound.close()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function createWorld(options: EmulatorOptions, phoneNumbers: string[], baseUrl: () => string): World {
  const changes = new Changes()
  const onError = (error: unknown) =>
    notify(world, 'error', 12_400, error instanceof Error ? error.message : 'Failure', {})
  const clock = new Clock({ ...options.clock, onError, onChange: () => changes.emit('clock', 'clock') })
  const newSid = createSids(options.seed)
  const credentials = {
    accountSid: options.accountSid ?? newSid('AC'),
    authToken: options.authToken ?? newSid(''),
  }
  const account = createAccount(credentials, { accountSid: newSid('AC'), authToken: newSid('') }, clock.now())
  for (const phoneNumber of phoneNumbers) {
    const friendlyName = formatNumber(phoneNumber)
    const number = createPhoneNumber(newSid, { phoneNumber, friendlyName, bought: false, now: clock.now() })
    account.numbers.set(number.sid, number)
  }
  const world: World = {
    account,
    clock,
    faults: new Faults(),
    changes,
    callbacks: new CallbackChains(),
    outbound: new Outbound(clock),
    programs: { speak: 'flite', recognize: 'pocketsphinx_continuous', ...options.programs },
    timing: { ...defaultTiming, ...options.timing },
    newSid,
    receiveCall,
    load: { requests: 0 },
    baseUrl,
  }
  return world
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? '/'
  const url = URL.parse(target, 'http://emulator') ?? new URL('http://emulator/')
  const path = url.pathname
  try {
    if (path.startsWith('/2010-04-01/') || isProductPath(path)) await serveApi(world, request, response, url)
    else if (path === '/emulator' || path.startsWith('/emulator/')) await serveControl(world, request, response, url)
    else await servePage(response, path)
  } catch {
    if (response.headersSent) response.destroy()
    else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('Something went wrong\n')
  }
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, host, () => {
    const address = server.address()
    resolve(typeof address === 'object' && address !== null ? address.port : port)
  })
  return promise
}
