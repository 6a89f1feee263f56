import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeClone } from '../test/helpers/launcher-clone/make-clone'
import { askApp, runStart } from '../test/helpers/launcher-clone/run-start'
import { isProcessAlive } from './is-process-alive.js'
import { waitFor } from './wait-for.js'

const timeout = 120_000
let clone: ReturnType<typeof makeClone>

beforeAll(async () => {
  clone = makeClone()
})
afterAll(() => clone.remove())

const start = (env: Record<string, string> = {}) => runStart(clone.path, { env })

test(
  'says where to click, points the emulator at the app, keeps data and account over a restart, leaves no process',
  { timeout },
  async () => {
    const first = await start()
    await first.ready
    expect(first.text.out).toContain(`Dashboard   http://localhost:${first.port}`)
    expect(first.text.out).toContain(`Phones      http://127.0.0.1:${first.emulatorPort}`)
    expect(first.text.out).toContain(`Sign in     http://localhost:${first.port}/first`)
    const before = await askApp(first)
    expect(before.version).toMatch(/^18/)
    expect(before.env).toMatchObject({
      TWILIO_PHONE_NUMBER: '+14155550100',
      TWILIO_DEFAULT_TRANSFER_NUMBER: '+14155550199',
      TWILIO_API_BASE_URL: `http://127.0.0.1:${first.emulatorPort}`,
      PUBLIC_URL: `http://localhost:${first.port}`,
      EVA_DATA_DIR: join(clone.path, '.eva'),
      LOG_LEVEL: 'warn',
    })

    const asked = (await (await fetch(`http://127.0.0.1:${first.emulatorPort}/requests`)).json()) as {
      url: string
      body: string
    }[]
    const pointed = new URLSearchParams(asked.find(({ url }) => url.endsWith('/PN1.json'))?.body)
    const webhooks = `http://localhost:${first.port}/api/twilio/webhooks`
    expect(pointed.get('VoiceUrl')).toBe(`${webhooks}/voice#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt`)
    expect(pointed.get('StatusCallback')).toBe(`${webhooks}/call-status#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt`)
    expect(pointed.get('SmsUrl')).toBe(`${webhooks}/sms#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt`)
    const handsets = asked
      .filter(({ url }) => url === '/emulator/phones')
      .map(({ body }) => JSON.parse(body) as { name: string })
    expect(handsets.map(({ name }) => name)).toEqual(['Recruiter', 'Candidate'])

    const { code, err } = await first.stop('SIGTERM')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(processesIn(clone.path)).toEqual([])

    const second = await start({ LOG_LEVEL: 'debug' })
    await second.ready
    const after = await askApp(second)
    expect(after.env).toMatchObject({ LOG_LEVEL: 'debug' })
    expect(after.starts).toBe(2)
    for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'EVA_SECRET'])
      expect(after.env[name]).toBe(before.env[name])
    const seconds = Number(/is ready \(([\d.]+) s\)/.exec(second.text.out)?.[1])
    expect(seconds).toBeGreaterThan(0)
    expect((await second.stop('SIGINT')).code).toBe(0)
    expect(processesIn(clone.path)).toEqual([])
  },
)

test('after kill -9 of the launcher nothing stays, and the next start goes on with the data', { timeout }, async () => {
  const killed = await start()
  await killed.ready
  const { starts } = await askApp(killed)
  await killed.stop('SIGKILL')
  const next = await start()
  await next.ready
  expect((await askApp(next)).starts).toBe(starts + 1)
  await next.stop('SIGKILL')
  expect(await waitFor(() => processesIn(clone.path).length === 0, { timeoutMs: 5000 })).toBe(true)
})

test('a SIGTERM that reaches only npm, whose shell dies of it, stops everything too', { timeout }, async () => {
  const run = await runStart(clone.path, { npm: true })
  await run.ready
  await run.stop('SIGTERM')
  expect(await waitFor(() => processesIn(clone.path).length === 0, { timeoutMs: 10_000 })).toBe(true)
})

test('after kill -9 of everything at once the next start goes on with the data', { timeout }, async () => {
  const killed = await start()
  await killed.ready
  const { starts } = await askApp(killed)
  for (const pid of [killed.pid, ...processesIn(clone.path)]) killQuietly(pid)
  await killed.exited
  const next = await start()
  await next.ready
  expect((await askApp(next)).starts).toBe(starts + 1)
})

test.each(['the app', 'PostgreSQL'])(
  'after kill -9 of %s it stops everything and says so, and the next start recovers',
  { timeout },
  async (part) => {
    const run = await start()
    await run.ready
    const { pid, starts } = await askApp(run)
    process.kill(part === 'the app' ? pid : postmasterPid(), 'SIGKILL')
    const { code, err } = await run.exited
    expect(code).toBe(1)
    expect(err).toMatch(part === 'the app' ? /The app stopped by itself \(SIGKILL\)/ : /stopped by itself/)
    expect(processesIn(clone.path)).toEqual([])
    const next = await start()
    await next.ready
    expect((await askApp(next)).starts).toBe(starts + 1)
  },
)

test('a second start with the same data says who has it, and does not disturb it', { timeout }, async () => {
  const first = await start()
  await first.ready
  const second = await start()
  const { code, err } = await second.exited
  expect(code).toBe(1)
  expect(err).toBe(
    `EVA Twilio is already running with the data in ${clone.path}/.eva (process ${first.pid}, http://localhost:${first.port}); stop it first, or set EVA_DATA_DIR to another directory.\n`,
  )
  expect((await askApp(first)).starts).toBeGreaterThan(0)
})

test.each(['PORT', 'EMULATOR_PORT'])('a taken %s is named in one sentence', { timeout }, async (name) => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const { code, err } = await (await start({ [name]: String(port) })).exited
  await new Promise((resolve) => taken.close(resolve))
  expect({ code, err }).toEqual({
    code: 1,
    err: `Port ${port} is already in use by another program; stop that, or choose another port with ${name}.\n`,
  })
})

test('a PostgreSQL left running by a start that was killed, watcher and all, is taken over', { timeout }, async () => {
  const run = await start()
  await run.ready
  const { starts } = await askApp(run)
  const postmaster = postmasterPid()
  const family = processesIn(clone.path).filter((pid) => pid !== postmaster && parentOf(pid) !== postmaster)
  for (const pid of [run.pid, ...watchersOf(postmaster), ...family]) killQuietly(pid)
  await run.exited
  expect(isProcessAlive(postmaster)).toBe(true)
  const next = await start()
  await next.ready
  expect(isProcessAlive(postmaster)).toBe(false)
  expect((await askApp(next)).starts).toBe(starts + 1)
})

test('a data directory whose database lies elsewhere and is gone is not silently made anew', { timeout }, async () => {
  const dataDir = join(clone.path, 'moved')
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ directory: '/nowhere/at-all', password: 'x' }))
  const { code, err } = await (await start({ EVA_DATA_DIR: dataDir })).exited
  expect({ code, err }).toEqual({
    code: 1,
    err: `The database of ${dataDir} lies in /nowhere/at-all (${dataDir}/postgres.json), and that directory is missing.\n`,
  })
  rmSync(dataDir, { recursive: true })
})

function postmasterPid() {
  return Number.parseInt(readFileSync(join(clone.path, '.eva/postgres/data/postmaster.pid'), 'utf8'), 10)
}

/** Every process that works in the clone or was started with a path of it. */
function processesIn(directory: string) {
  return allProcesses().filter((pid) => {
    try {
      return (
        readlinkSync(`/proc/${pid}/cwd`).startsWith(directory) ||
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(directory)
      )
    } catch {
      return false
    }
  })
}

function watchersOf(postmaster: number) {
  return allProcesses().filter((pid) => {
    try {
      return (
        readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `/bin/sh\0-c\0read -r _ || kill -INT "$0"\0${postmaster}\0`
      )
    } catch {
      return false
    }
  })
}

function allProcesses() {
  return existsSync('/proc')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
    : []
}

function parentOf(pid: number) {
  return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}

function killQuietly(pid: number) {
  if (isProcessAlive(pid)) process.kill(pid, 'SIGKILL')
}
