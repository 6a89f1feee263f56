import net from 'node:net'
import { afterAll, afterEach } from 'vitest'

/** Handles a test may leave open by mistake; what else the process uses comes and goes by itself. */
const leakable = ['TCPServerWrap', 'TCPSocketWrap', 'TLSWrap', 'PipeWrap', 'ProcessWrap', 'UDPWRAP', 'FSEventWrap']
const patience = 1_000

/** Of this process: files that share one are guarded in turn, each for what it leaves itself. */
type Watch = { timers: { timer: NodeJS.Timeout; madeAt: string }[]; violations: string[] }
const watch = watchOnce()
watch.timers = []
watch.violations = []

afterEach(() => {
  const found = watch.violations
  watch.violations = []
  if (found.length > 0) throw new Error(`This test tried to reach ${found.join(', ')}; tests stay on this machine.`)
})

// Node opens these when they are first used, which is nobody's leak.
void [process.stdin, process.stdout, process.stderr]
const before = countHandles()
afterAll(async () => {
  const deadline = performance.now() + patience
  while (leaks().length > 0 && performance.now() < deadline) await new Promise((resolve) => setImmediate(resolve))
  const found = leaks()
  if (found.length > 0) throw new Error(`This file left open: ${found.join(', ')}.`)
})

function countHandles() {
  const counts = new Map<string, number>()
  for (const name of process.getActiveResourcesInfo()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function leaks() {
  const now = countHandles()
  const extra = (name: string) => (now.get(name) ?? 0) - (before.get(name) ?? 0)
  const handles = leakable.filter((name) => extra(name) > 0).map((name) => `${extra(name)} × ${name}`)
  return [
    ...handles,
    ...watch.timers.filter(({ timer }) => isPending(timer)).map(({ madeAt }) => `a timer made ${madeAt}`),
  ]
}

/** Node tells of a cleared or fired timer only under this name. */
function isPending(timer: NodeJS.Timeout) {
  return timer.hasRef() && Reflect.get(timer, '_destroyed') !== true
}

function watchOnce(): Watch {
  const existing: Watch | undefined = Reflect.get(globalThis, 'evaTestWatch')
  if (existing) return existing
  const made: Watch = { timers: [], violations: [] }
  Object.assign(globalThis, { evaTestWatch: made })
  rememberTimers(made)
  forbidOtherMachines(made)
  return made
}

/** Vitest has timers of its own under way, so those of the tests are told apart by wrapping what makes them. */
function rememberTimers(watching: Watch) {
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const make = globalThis[name]
    const remembering = (...args: unknown[]) => {
      const timer: NodeJS.Timeout = Reflect.apply(make, globalThis, args)
      if (watching.timers.length > 1_000) watching.timers = watching.timers.filter((made) => isPending(made.timer))
      watching.timers.push({ timer, madeAt: new Error('made').stack?.split('\n')[2]?.trim() ?? '' })
      return timer
    }
    Object.defineProperties(remembering, Object.getOwnPropertyDescriptors(make))
    Object.assign(globalThis, { [name]: remembering })
  }
}

function forbidOtherMachines(watching: Watch) {
  const connect = Reflect.get(net.Socket.prototype, 'connect')
  net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
    const host = hostOf(args)
    if (host === null || isLoopback(host)) return Reflect.apply(connect, this, args)
    watching.violations.push(host)
    process.nextTick(() => this.destroy(new Error(`${host} is another machine; tests stay on this one.`)))
    return this
  }
}

/** The host of `connect(options)`, `connect(port, host)` or their normalised form; null for a path. */
function hostOf(args: unknown[]): string | null {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0]
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && first.path) return null
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null
  return typeof args[1] === 'string' ? args[1] : 'localhost'
}

function isLoopback(host: string) {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare.endsWith('.localhost') || /^(::ffff:)?127\./.test(bare) || bare === '::1'
}
