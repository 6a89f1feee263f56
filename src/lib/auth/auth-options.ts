import type { BetterAuthOptions } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { guardAuthRequest } from '@/lib/auth/guard-auth-request'
import { passwordLength } from '@/lib/auth/assert-good-password'
import { deriveKey } from '@/lib/auth/derive-key'
import { beginSession, recordSession } from '@/lib/auth/session-hooks'
import type { Installation } from '@/lib/context'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { Role } from '@/shared/schemas/role'

/** The header in which our edge hands the client's address on; a client's own is removed there. */
export const clientAddressHeader = 'x-eva-client-address'

const days = 24 * 60 * 60

/**
 * How better-auth is set up: our tables and column names, sign-up closed, nothing sent anywhere. Its rate limits are off because ours
 * (count-attempt.ts) know accounts and the installation's clock. Cookies are HttpOnly and SameSite=Lax by its default.
 */
export function authOptions(installation: Pick<Installation, 'config' | 'database' | 'clock' | 'log'>) {
  const { config, database, clock, log } = installation
  return {
    appName: 'EVA Twilio',
    baseURL: config.publicOrigin,
    basePath: '/api/auth',
    secret: deriveKey(config.secret, 'sessions').toString('hex'),
    database: database.pool,
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.minimum,
      maxPasswordLength: passwordLength.maximum,
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: [...Role.options], required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: 7 * days,
      updateAge: 1 * days,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'accounts',
      accountLinking: { enabled: false },
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'eva',
      useSecureCookies: config.publicOrigin.startsWith('https://'),
      // Every request has passed api/middleware/refuse-foreign-pages.ts: one rule for all that is changed with a cookie.
      disableCSRFCheck: true,
      // Addresses to go on to are still checked; its default under NODE_ENV=test would be not to.
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => uuidV7(clock.now()), validateSchema: false },
    },
    // What is no refusal (the database is gone) is thrown to our own translation of errors, not printed.
    onAPIError: { throw: true },
    hooks: { before: createAuthMiddleware(guardAuthRequest) },
    databaseHooks: {
      session: { create: { before: beginSession(installation), after: recordSession(installation) } },
    },
    logger: {
      log: (level, message) => (level === 'error' ? log.error({ from: 'sign-in' }, message) : log.debug(message)),
    },
  } satisfies BetterAuthOptions
}
