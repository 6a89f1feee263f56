import { fork, spawnSync, type ChildProcess, type ForkOptions } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { serverFlags } from '../../launcher/stack/server-flags.js'
import { accountSid, authToken, ourNumber, publicOrigin } from './requests.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const peers = `${root}bench/peers`

/** 'express, not live': the same without the log's order and its announcement, which nobody could show texts live from. */
export const contestants = ['ours', 'express', 'express, not live', 'next', 'bare batched', 'signature only'] as const
export type Contestant = (typeof contestants)[number]

/** Builds what is measured: our server as it ships, the bare servers from the same sources, the peers from their lockfile. */
export async function buildContestants() {
  run(process.execPath, ['launcher/build.js'], root)
  const bundle = await rolldown({
    cwd: root,
    input: { bare: 'bench/webhooks/bare-server.ts' },
    platform: 'node',
    external: /^(?!@\/|\.|\/|bench\/)/,
    resolve: { alias: { '@': `${root}src` } },
  })
  await bundle.write({ dir: `${root}dist/bench`, format: 'esm' })
  if (!existsSync(`${peers}/node_modules`)) run('npm', ['ci', '--no-audit', '--no-fund'], peers)
  if (isOlder(`${peers}/next/.next/BUILD_ID`, [`${peers}/next`, peers])) {
    run(process.execPath, ['node_modules/next/dist/bin/next', 'build', 'next'], peers)
  }
}

function isOlder(built: string, folders: string[]) {
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: folder.endsWith('/next'), encoding: 'utf8' })
      .filter((file) => /^[^.].*\.m?js(on)?$/.test(file) && !file.includes('node_modules'))
      .map((file) => `${folder}/${file}`),
  )
  return sources.some((file) => statSync(file).mtimeMs > builtAt)
}

function run(command: string, parameters: string[], cwd: string) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stderr, stdout } = spawnSync(command, parameters, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed:\n${stdout}${stderr}`)
}

/** Starts one contestant in a process of its own, on a database of its own. */
export async function startContestant(name: Contestant, databaseUrl: string) {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicOrigin,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_PHONE_NUMBER: ourNumber,
    TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
    EVA_SECRET: 'only for the benchmark, never for people',
    LOG_LEVEL: 'warn',
    EVA_ROLE: 'web',
    PORT: '0',
    NODE_ENV: name === 'ours' ? 'development' : 'production',
    ...(name === 'express, not live' ? { PEER_LIVE: 'no' } : {}),
    ...(name === 'signature only' ? { ONLY_SIGNATURE: '1' } : {}),
  }
  const child = startProcess(name, env)
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
    child.on('message', (message) => {
      const port = portOf(message)
      if (port) resolve(port)
    })
  })
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

function startProcess(name: Contestant, env: NodeJS.ProcessEnv): ChildProcess {
  const options: ForkOptions = {
    env,
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // As the server ships; all alike.
    execArgv: serverFlags,
  }
  if (name === 'ours') return fork(`${root}dist/server/server.js`, options)
  if (name.startsWith('express')) return fork(`${peers}/express-server.js`, options)
  if (name === 'next') return fork(`${peers}/next-server.js`, options)
  return fork(`${root}dist/bench/bare.js`, options)
}

/** Our server says its URL, the others their port. */
function portOf(message: unknown) {
  if (typeof message !== 'object' || message === null) return null
  if ('port' in message && typeof message.port === 'number') return message.port
  return 'url' in message && typeof message.url === 'string' ? Number(new URL(message.url).port) : null
}
