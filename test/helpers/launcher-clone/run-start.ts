import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findFreePort } from '../../../launcher/find-free-port.js'

type Options = {
  env?: Record<string, string>
  uid?: number
  gid?: number
  node?: string
  script?: string
  npm?: boolean
}

/** Runs `launcher/start.js` of a clone with nothing of our own settings in its environment; the end of the test stops it. */
export async function runStart(
  clone: string,
  { env = {}, node = process.execPath, script = 'start.js', npm = false, ...user }: Options = {},
) {
  const port = env.PORT ?? String(await findFreePort())
  const emulatorPort = env.EMULATOR_PORT ?? String(await findFreePort())
  const [command, ...args] = npm ? ['npm', 'start'] : [node, join(clone, 'launcher', script)]
  const child = spawn(command, args, {
    cwd: clone,
    env: { PATH: process.env.PATH, HOME: clone, ...env, PORT: port, EMULATOR_PORT: emulatorPort },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk))
  const exited = once(child, 'close').then(([code]) => ({ code: code as number | null, ...text }))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => text.out.includes('is ready') && resolve())
    void exited.then(({ out, err }) => reject(new Error(`It ended before it was ready: ${out}${err}`)))
  })
  ready.catch(() => {})
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return exited
  }
  onTestFinished(async () => void (await stop()))
  return { pid: child.pid ?? 0, port, emulatorPort, url: `http://127.0.0.1:${port}`, text, ready, exited, stop }
}

export type RunningStart = Awaited<ReturnType<typeof runStart>>

/** What the stand-in for the app answers. */
export async function askApp(run: RunningStart) {
  const response = await fetch(run.url)
  return (await response.json()) as { starts: number; version: string; env: Record<string, string>; pid: number }
}
