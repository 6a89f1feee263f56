import { isIP } from 'node:net'
import { z } from 'zod'
import { keepSecret } from '@/lib/auth/keep-secret'

const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +14155550123')
const text = z.string().trim().min(1)
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
const number = (minimum: number, maximum: number) =>
  z.coerce.number(`must be a number from ${minimum} to ${maximum}`).int().min(minimum).max(maximum)
const choice = <const Options extends readonly string[]>(options: Options) =>
  z.enum(options, { error: `must be one of ${options.join(', ')}` })

const environment = z.object({
  NODE_ENV: choice(['development', 'test', 'production']).default('development'),
  PORT: number(0, 65_535).default(3000),
  HOST: z.string().optional(),
  EVA_DATA_DIR: z.string().default('.eva'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  PUBLIC_URL: webAddress.optional(),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: text,
  TWILIO_AUTH_TOKEN_SECONDARY: text.optional(),
  TWILIO_API_KEY_SID: text.optional(),
  TWILIO_API_KEY_SECRET: text.optional(),
  TWILIO_PHONE_NUMBER: phoneNumber,
  TWILIO_DEFAULT_TRANSFER_NUMBER: phoneNumber.optional(),
  TWILIO_MESSAGING_SERVICE_SID: text.optional(),
  TWILIO_TWIML_APP_SID: z
    .string()
    .regex(/^AP[0-9a-fA-F]{32}$/, 'must be AP and 32 hexadecimal digits')
    .optional(),
  TWILIO_VOICE_FALLBACK_URL: webAddress.optional(),
  TWILIO_WORKSPACE_SID: text.optional(),
  TWILIO_WORKFLOW_SID: text.optional(),
  TWILIO_API_BASE_URL: webAddress.optional(),
  EVA_FIRM_NAME: text.optional(),
  EVA_ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine(
      (list) => list.every((origin) => URL.parse(origin)?.origin === origin),
      'must be origins such as http://10.0.0.5:8080, with commas between',
    ),
  EVA_ROLE: choice(['all', 'web', 'worker']).default('all'),
  EVA_API_KEY: text.optional(),
  EVA_SECRET: z.string().min(16, 'must be at least 16 characters'),
  SUPABASE_URL: webAddress.optional(),
  SUPABASE_SERVICE_ROLE_KEY: text.optional(),
  SUPABASE_STORAGE_BUCKET: text.optional(),
  SUPABASE_JWT_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  SUPABASE_JWKS_URL: webAddress.optional(),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (list) => list.every(isAddressRange),
      'must be addresses or ranges such as 10.0.0.0/8, with commas between',
    ),
  AI_PROVIDER: choice(['openai-compatible', 'anthropic']).optional(),
  AI_BASE_URL: webAddress.optional(),
  AI_MODEL: text.optional(),
  AI_API_KEY: text.optional(),
  AI_TIME_LIMIT_SECONDS: number(1, 120).default(20),
  LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

type Given = Partial<Record<keyof z.infer<typeof environment>, string>>
type Rule = { name: keyof Given; broken: (given: Given) => boolean; sentence: string }

/** What holds everywhere beyond the shape of a single setting. */
const rules: Rule[] = [
  {
    name: 'PUBLIC_URL',
    broken: ({ PUBLIC_URL }) => !/^(?:|\/)$/.test(urlOf(PUBLIC_URL)?.pathname ?? '') || !!urlOf(PUBLIC_URL)?.search,
    sentence: 'PUBLIC_URL must be an address without a path, such as https://eva.example.com.',
  },
  {
    name: 'TWILIO_API_KEY_SECRET',
    broken: (given) => !given.TWILIO_API_KEY_SID !== !given.TWILIO_API_KEY_SECRET,
    sentence: 'TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET are given together or not at all.',
  },
  {
    name: 'AI_PROVIDER',
    broken: (given) => !given.AI_PROVIDER && !!(given.AI_BASE_URL ?? given.AI_MODEL ?? given.AI_API_KEY),
    sentence: 'AI_PROVIDER is missing; the other AI_ settings need it.',
  },
  {
    name: 'AI_MODEL',
    broken: (given) => !!given.AI_PROVIDER && !given.AI_MODEL,
    sentence: 'AI_MODEL is missing: the name of the model to ask.',
  },
  {
    name: 'AI_BASE_URL',
    broken: (given) => given.AI_PROVIDER === 'openai-compatible' && !given.AI_BASE_URL,
    sentence: 'AI_BASE_URL is missing: the address of the OpenAI-compatible server, such as https://api.openai.com/v1.',
  },
  {
    name: 'AI_API_KEY',
    broken: (given) => given.AI_PROVIDER === 'anthropic' && !given.AI_API_KEY,
    sentence: 'AI_API_KEY is missing.',
  },
  {
    name: 'SUPABASE_URL',
    broken: (given) =>
      !given.SUPABASE_URL &&
      !!(given.SUPABASE_JWT_SECRET ?? given.SUPABASE_JWKS_URL ?? given.SUPABASE_SERVICE_ROLE_KEY),
    sentence: 'SUPABASE_URL is missing; the other SUPABASE_ settings need it.',
  },
  {
    name: 'SUPABASE_SERVICE_ROLE_KEY',
    broken: (given) => !given.SUPABASE_SERVICE_ROLE_KEY !== !given.SUPABASE_STORAGE_BUCKET,
    sentence: 'SUPABASE_SERVICE_ROLE_KEY and SUPABASE_STORAGE_BUCKET are given together or not at all.',
  },
]

/** What must hold in production as well, so that no convenience of development reaches the open internet. */
const productionRules: Rule[] = [
  { name: 'PUBLIC_URL', broken: (given) => !given.PUBLIC_URL, sentence: 'PUBLIC_URL is missing.' },
  {
    name: 'PUBLIC_URL',
    broken: (given) => urlOf(given.PUBLIC_URL)?.protocol === 'http:',
    sentence: 'PUBLIC_URL must be the https:// address Twilio reaches this server at.',
  },
  {
    name: 'EVA_SECRET',
    broken: (given) => (given.EVA_SECRET ?? '').length < 32,
    sentence: 'EVA_SECRET must be at least 32 characters.',
  },
  {
    name: 'EVA_API_KEY',
    broken: (given) => given.EVA_API_KEY !== undefined && given.EVA_API_KEY.trim().length < 32,
    sentence: 'EVA_API_KEY must be at least 32 characters.',
  },
  {
    name: 'TWILIO_API_BASE_URL',
    broken: (given) => isLoopback(urlOf(given.TWILIO_API_BASE_URL)?.hostname),
    sentence: 'TWILIO_API_BASE_URL must not lead to this machine in production, where the emulator has no place.',
  },
  {
    name: 'TWILIO_API_BASE_URL',
    broken: (given) => urlOf(given.TWILIO_API_BASE_URL)?.protocol === 'http:',
    sentence: 'TWILIO_API_BASE_URL must be an https:// address, because the account’s token is sent to it.',
  },
  {
    name: 'SUPABASE_JWKS_URL',
    broken: (given) => urlOf(given.SUPABASE_JWKS_URL)?.protocol === 'http:',
    sentence: 'SUPABASE_JWKS_URL must be an https:// address.',
  },
]

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Parses the environment once and throws ConfigError with a sentence for every setting that is missing or wrong. Nothing is made up here:
 * the launcher fills in the embedded database and the emulator's account, `configFromEnvironment` a secret outside production.
 */
export function parseConfig(env: Record<string, string | undefined>) {
  const given: Given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  const sentences = new Map<string, string>()
  const say = (name: string, sentence: string) => sentences.has(name) || sentences.set(name, sentence)
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0])
    say(name, name in given ? `${name} ${issue.message}.` : `${name} is missing.`)
  }
  for (const rule of given.NODE_ENV === 'production' ? [...rules, ...productionRules] : rules) {
    if (rule.broken(given)) say(rule.name, rule.sentence)
  }
  if (!parsed.success || sentences.size > 0) throw new ConfigError([...sentences.values()].join('\n'))
  const settings = parsed.data
  const publicUrl = new URL(settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`)
  return {
    production: settings.NODE_ENV === 'production',
    port: settings.PORT,
    /** Only this machine, unless said otherwise; in production every address. */
    host: settings.HOST ?? (settings.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'),
    dataDirectory: settings.EVA_DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    /** Origin Twilio reaches us at, without a trailing slash. */
    publicOrigin: publicUrl.origin,
    /** Addresses of the own network that flows may ask; all others must be public ones. */
    allowedOrigins: settings.EVA_ALLOWED_ORIGINS,
    /** What templates say for {{ firm.name }}. */
    firmName: settings.EVA_FIRM_NAME ?? null,
    role: settings.EVA_ROLE,
    adminApiKey: settings.EVA_API_KEY,
    secret: settings.EVA_SECRET,
    trustedProxies: settings.TRUST_PROXY,
    logLevel: settings.LOG_LEVEL,
    twilio: {
      accountSid: settings.TWILIO_ACCOUNT_SID,
      /** Primary first; both are accepted on webhooks while tokens are rotated. */
      authTokens: [settings.TWILIO_AUTH_TOKEN, settings.TWILIO_AUTH_TOKEN_SECONDARY].filter(
        (token) => token !== undefined,
      ),
      apiKey:
        settings.TWILIO_API_KEY_SID && settings.TWILIO_API_KEY_SECRET
          ? { sid: settings.TWILIO_API_KEY_SID, secret: settings.TWILIO_API_KEY_SECRET }
          : null,
      phoneNumber: settings.TWILIO_PHONE_NUMBER,
      defaultTransferNumber: settings.TWILIO_DEFAULT_TRANSFER_NUMBER ?? null,
      /** The TwiML application that answers what phones in browsers call. */
      twimlApplicationSid: settings.TWILIO_TWIML_APP_SID ?? null,
      /** An address elsewhere that Twilio asks when ours fail. */
      voiceFallbackUrl: settings.TWILIO_VOICE_FALLBACK_URL ?? null,
      messagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID ?? null,
      apiBaseUrl: settings.TWILIO_API_BASE_URL ?? null,
    },
    /** The model that is asked for suggestions; null: the local classifier answers alone. */
    ai:
      settings.AI_PROVIDER && settings.AI_MODEL
        ? {
            provider: settings.AI_PROVIDER,
            baseUrl: settings.AI_BASE_URL ?? 'https://api.anthropic.com/v1',
            model: settings.AI_MODEL,
            apiKey: settings.AI_API_KEY ?? null,
            timeLimitMilliseconds: settings.AI_TIME_LIMIT_SECONDS * 1_000,
          }
        : null,
    supabase: {
      url: settings.SUPABASE_URL ?? null,
      serviceRoleKey: settings.SUPABASE_SERVICE_ROLE_KEY ?? null,
      storageBucket: settings.SUPABASE_STORAGE_BUCKET ?? null,
      jwtSecret: settings.SUPABASE_JWT_SECRET ?? null,
      jwksUrl: settings.SUPABASE_JWKS_URL ?? null,
    },
  }
}

export type Config = ReturnType<typeof parseConfig>

/** The configuration of this process; the only place that reads process.env. */
export function configFromEnvironment(): Config {
  const env = process.env
  if (env.EVA_SECRET || env.NODE_ENV === 'production') return parseConfig(env)
  return parseConfig({ ...env, EVA_SECRET: keepSecret(env.EVA_DATA_DIR || '.eva') })
}

function urlOf(value: string | undefined) {
  return value === undefined ? null : URL.parse(value)
}

function isLoopback(hostname: string | undefined) {
  if (hostname === undefined) return false
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/.test(hostname)
}

function isAddressRange(entry: string) {
  const [address = '', bits, ...rest] = entry.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
}
