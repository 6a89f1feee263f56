import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError, parseConfig } from '@/config'
import { keepSecret } from '@/lib/auth/keep-secret'

const development = {
  DATABASE_URL: 'postgres://eva@127.0.0.1:5432/eva',
  TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_PHONE_NUMBER: '+14155550123',
  EVA_SECRET: 'a secret of the tests, long enough',
}
const production = {
  ...development,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://eva.example.com',
}

function sentencesOf(env: Record<string, string | undefined>) {
  try {
    parseConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('the configuration', () => {
  test('takes what is given and fills in what has a default', () => {
    const config = parseConfig(development)
    expect(config).toMatchObject({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      publicOrigin: 'http://localhost:3000',
      role: 'all',
      trustedProxies: [],
    })
  })

  test('listens on every address in production, on this machine only otherwise, and where it is told in both', () => {
    expect(parseConfig(production).host).toBe('0.0.0.0')
    expect(parseConfig({ ...production, HOST: '127.0.0.1' }).host).toBe('127.0.0.1')
    expect(parseConfig({ ...development, HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
  })

  test('counts an empty setting as absent', () => {
    expect(parseConfig({ ...development, EVA_API_KEY: '', PORT: '' })).toMatchObject({
      adminApiKey: undefined,
      port: 3000,
    })
  })

  test('reads the proxies to trust', () => {
    expect(parseConfig({ ...development, TRUST_PROXY: '10.0.0.0/8, ::1' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
    ])
  })

  test('says everything that is wrong at once, one sentence a setting', () => {
    expect(sentencesOf({ NODE_ENV: 'production' })).toEqual([
      'DATABASE_URL is missing.',
      'TWILIO_ACCOUNT_SID is missing.',
      'TWILIO_AUTH_TOKEN is missing.',
      'TWILIO_PHONE_NUMBER is missing.',
      'EVA_SECRET is missing.',
      'PUBLIC_URL is missing.',
    ])
  })

  test.each([
    ['PORT', 'eighty', 'PORT must be a number from 0 to 65535.'],
    ['NODE_ENV', 'prod', 'NODE_ENV must be one of development, test, production.'],
    ['EVA_ROLE', 'both', 'EVA_ROLE must be one of all, web, worker.'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be a postgres:// URL.'],
    ['PUBLIC_URL', 'eva.example.com', 'PUBLIC_URL must be an http:// or https:// address.'],
    [
      'PUBLIC_URL',
      'https://example.com/eva',
      'PUBLIC_URL must be an address without a path, such as https://eva.example.com.',
    ],
    ['TWILIO_ACCOUNT_SID', 'AC1', 'TWILIO_ACCOUNT_SID must be AC and 32 hexadecimal digits.'],
    ['TWILIO_PHONE_NUMBER', '4155550123', 'TWILIO_PHONE_NUMBER must be a phone number such as +14155550123.'],
    ['TWILIO_API_KEY_SID', 'SK1', 'TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET are given together or not at all.'],
    ['SUPABASE_JWT_SECRET', 'x'.repeat(32), 'SUPABASE_URL is missing; the other SUPABASE_ settings need it.'],
    ['TRUST_PROXY', '10.0.0.0/33', 'TRUST_PROXY must be addresses or ranges such as 10.0.0.0/8, with commas between.'],
    ['TRUST_PROXY', 'everyone', 'TRUST_PROXY must be addresses or ranges such as 10.0.0.0/8, with commas between.'],
  ])('refuses %s=%s', (name, value, sentence) => {
    expect(sentencesOf({ ...development, [name]: value })).toEqual([sentence])
  })

  const loopback = [
    'http://localhost:4010',
    'https://127.0.0.1:4010',
    'http://[::1]:4010',
    'http://eva.localhost',
    'http://0.0.0.0:4010',
  ]
  test.each<[name: string, value: string | undefined, sentence: string]>([
    ['PUBLIC_URL', undefined, 'PUBLIC_URL is missing.'],
    ['PUBLIC_URL', 'http://eva.example.com', 'PUBLIC_URL must be the https:// address Twilio reaches this server at.'],
    ['EVA_SECRET', 'only 20 characters..', 'EVA_SECRET must be at least 32 characters.'],
    ['EVA_API_KEY', 'x'.repeat(31), 'EVA_API_KEY must be at least 32 characters.'],
    [
      'TWILIO_API_BASE_URL',
      'http://twilio.example.com',
      'TWILIO_API_BASE_URL must be an https:// address, because the account’s token is sent to it.',
    ],
    ...loopback.map((url): [string, string, string] => [
      'TWILIO_API_BASE_URL',
      url,
      'TWILIO_API_BASE_URL must not lead to this machine in production, where the emulator has no place.',
    ]),
  ])('refuses %s=%s in production, and only there', (name, value, sentence) => {
    expect(sentencesOf({ ...production, [name]: value })).toEqual([sentence])
    expect(sentencesOf({ ...development, [name]: value })).toEqual([])
  })
})

function programFolder(root: string, unique: string) {
  return join(root, 'node_modules', '.cache', basename(unique))
}

describe('the program', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eva-config-'))
    const root = fileURLToPath(new URL('..', import.meta.url))
    const bundle = await rolldown({
      cwd: root,
      input: 'src/server.ts',
      platform: 'node',
      external: /^(?!@\/|\.|\/|src\/)/,
      resolve: { alias: { '@': join(root, 'src') } },
    })
    // Inside the package, so that it finds its libraries.
    await bundle.write({ dir: programFolder(root, folder), format: 'esm' })
    await bundle.close()
  }, 60_000)

  afterAll(async () => {
    await rm(programFolder(fileURLToPath(new URL('..', import.meta.url)), folder), { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  })

  function start(env: Record<string, string | undefined>) {
    const root = fileURLToPath(new URL('..', import.meta.url))
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined))
    return new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        [join(programFolder(root, folder), 'server.js')],
        { cwd: folder, env: given },
        (error, _stdout, stderr) => resolve({ code: error?.code ?? 0, stderr }),
      )
    })
  }

  test.each([
    'DATABASE_URL',
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_PHONE_NUMBER',
    'EVA_SECRET',
    'PUBLIC_URL',
  ])('does not start in production without %s, and says so', async (name) => {
    const ended = await start({ ...production, [name]: undefined })
    expect(ended).toEqual({ code: 1, stderr: `${name} is missing.\n` })
  })

  test('makes its own secret outside production and keeps it for its owner alone', async () => {
    const ended = await start({ ...development, EVA_SECRET: undefined, DATABASE_URL: 'postgres://127.0.0.1:1/none' })
    expect(ended.code).toBe(1)
    expect(ended.stderr).not.toContain('EVA_SECRET')
    const { mode } = await stat(join(folder, '.eva', 'secret.json'))
    expect(mode & 0o777).toBe(0o600)
    expect(keepSecret(join(folder, '.eva'))).toBe(keepSecret(join(folder, '.eva')))
  })
})
