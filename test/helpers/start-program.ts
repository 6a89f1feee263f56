import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buildTargets } from '../../launcher/build/build-targets.js'
import { targets } from '../../launcher/build/targets.js'
import { findFreePort } from '../../launcher/find-free-port.js'
import { root } from '../../launcher/root.js'

type Twilio = { accountSid: string; authToken: string; phoneNumbers: readonly string[]; url: string }

/** The program as it is shipped, in a process of its own that a test kills and starts again. `publicUrl`: where Twilio reaches it, if not at its port. */
export async function startProgram(options: { databaseUrl: string; twilio: Twilio; publicUrl?: string }) {
  const { databaseUrl, twilio, publicUrl } = options
  await buildTargets(
    root,
    targets.filter(({ name }) => name === 'the server'),
  )
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let up = Promise.withResolvers<void>()

  async function start() {
    child = fork(join(root, 'dist/server/server.js'), {
      execArgv: ['--enable-source-maps'],
      stdio: 'ignore',
      env: {
        NODE_ENV: 'test',
        PORT: String(port),
        PUBLIC_URL: publicUrl ?? url,
        DATABASE_URL: databaseUrl,
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_PHONE_NUMBER: twilio.phoneNumbers[0],
        TWILIO_API_BASE_URL: twilio.url,
        EVA_SECRET: 'a secret of the tests, long enough',
        EVA_API_KEY: 'admin-key-of-the-tests',
        LOG_LEVEL: 'silent',
      },
    })
    await once(child, 'message')
    up.resolve()
  }
  /** Gives its exit code; null for one that was killed. */
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exit = once(child, 'exit')
    up = Promise.withResolvers()
    child.kill(signal)
    const [code] = await exit
    return code
  }

  await start()
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    /** Resolves when it serves, which may be after it was started again. */
    whenUp: () => up.promise,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    api: (path: string, method = 'GET', body?: object) =>
      askJson(`${url}/api/twilio${path}`, method, body, { Authorization: 'Bearer admin-key-of-the-tests' }),
  }
}

export type Program = Awaited<ReturnType<typeof startProgram>>

/** The JSON that an address answers. */
export async function askJson(url: string, method = 'GET', body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
  return response.json()
}
