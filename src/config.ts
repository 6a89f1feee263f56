import { z } from 'zod'

const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +14155550123')
const flag = z.string().trim().min(1).optional()

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  EVA_DATA_DIR: z.string().default('.eva'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' }),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: z.string().min(1),
  TWILIO_AUTH_TOKEN_SECONDARY: flag,
  TWILIO_API_KEY_SID: flag,
  TWILIO_API_KEY_SECRET: flag,
  TWILIO_PHONE_NUMBER: phoneNumber,
  TWILIO_DEFAULT_TRANSFER_NUMBER: phoneNumber.optional(),
  TWILIO_MESSAGING_SERVICE_SID: flag,
  TWILIO_WORKSPACE_SID: flag,
  TWILIO_WORKFLOW_SID: flag,
  TWILIO_API_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  EVA_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  EVA_API_KEY: flag,
  EVA_SECRET: z.string().min(16, 'must be at least 16 characters'),
  SUPABASE_URL: z.url().optional(),
  SUPABASE_SERVICE_ROLE_KEY: flag,
  SUPABASE_STORAGE_BUCKET: flag,
  SUPABASE_JWT_SECRET: flag,
  SUPABASE_JWKS_URL: z.url().optional(),
  TRUST_PROXY: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

type Environment = z.infer<typeof environment>

/** What each setting must be in production, and why a start without it is refused. */
const productionRules: { name: keyof Environment; broken: (env: Environment) => boolean; rule: string }[] = [
  {
    name: 'PUBLIC_URL',
    broken: (env) => !env.PUBLIC_URL?.startsWith('https://'),
    rule: 'must be the https:// address Twilio reaches this server at',
  },
  {
    name: 'EVA_SECRET',
    broken: (env) => env.EVA_SECRET.length < 32,
    rule: 'must be at least 32 characters',
  },
  {
    name: 'EVA_API_KEY',
    broken: (env) => env.EVA_API_KEY !== undefined && env.EVA_API_KEY.length < 32,
    rule: 'must be at least 32 characters',
  },
]

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Parses the environment once. The launcher (or the host) has filled in the embedded database, the emulator's account and the generated
 * secret by then; in production nothing is generated and every missing setting stops the start with its name.
 */
export function parseConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => describe(String(issue.path[0]), issue.message, given))
    throw new ConfigError(sentences.join('\n'))
  }
  const settings = parsed.data
  if (settings.NODE_ENV === 'production') {
    const broken = productionRules.filter((rule) => rule.broken(settings))
    if (broken.length > 0) throw new ConfigError(broken.map((rule) => `${rule.name} ${rule.rule}.`).join('\n'))
  }
  const publicUrl = new URL(settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`)
  return {
    production: settings.NODE_ENV === 'production',
    port: settings.PORT,
    host: settings.HOST,
    dataDirectory: settings.EVA_DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    /** Origin Twilio reaches us at, without a trailing slash. */
    publicOrigin: publicUrl.origin,
    role: settings.EVA_ROLE,
    adminApiKey: settings.EVA_API_KEY,
    secret: settings.EVA_SECRET,
    trustedProxies: settings.TRUST_PROXY.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
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
      messagingServiceSid: settings.TWILIO_MESSAGING_SERVICE_SID ?? null,
      apiBaseUrl: settings.TWILIO_API_BASE_URL ?? null,
    },
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
  return parseConfig(process.env)
}

function describe(name: string, message: string, given: Record<string, string | undefined>) {
  return name in given ? `${name} ${message.replace(/^Invalid input: /, 'is not valid: ')}.` : `${name} is missing.`
}
