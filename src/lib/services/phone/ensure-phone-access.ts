import type { Context } from '@/lib/context'
import { seal, unseal } from '@/lib/auth/seal'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { fallbackUrl } from '@/lib/twilio/fallback-url'
import { webhookUrl } from '@/lib/twilio/webhook-url'
import { ConflictError } from '@/shared/errors'

export type PhoneAccess = { key: { sid: string; secret: string }; applicationSid: string }

type AccessRow = { key_sid: string | null; key_secret: Buffer | null; application_sid: string | null }

const name = 'EVA phones in browsers'
const purpose = 'browser phone key'

/**
 * The key that signs access tokens and the application that answers what phones in browsers call: those of the settings, else those we made
 * at Twilio, made again where they are gone. In production nothing is made: ConflictError names what is missing.
 */
export async function ensurePhoneAccess(ctx: Context): Promise<PhoneAccess> {
  const { apiKey, twimlApplicationSid } = ctx.config.twilio
  if (apiKey && twimlApplicationSid) return { key: apiKey, applicationSid: twimlApplicationSid }
  if (ctx.config.production) {
    throw new ConflictError(
      'Phones in browsers need TWILIO_API_KEY_SID, TWILIO_API_KEY_SECRET and TWILIO_TWIML_APP_SID in the settings of this installation.',
    )
  }
  const kept = await readAccess(ctx)
  const key = apiKey ?? (await standing(ctx, kept.key)) ?? (await ctx.twilio.createKey(name))
  const applicationSid = twimlApplicationSid ?? (await ensureApplication(ctx, kept.applicationSid))
  if (key.sid !== kept.key?.sid || applicationSid !== kept.applicationSid)
    await keep(ctx, { key: apiKey ? null : key, applicationSid })
  return { key, applicationSid }
}

async function standing(ctx: Context, key: PhoneAccess['key'] | null) {
  return key && (await ctx.twilio.hasKey(key.sid)) ? key : null
}

async function ensureApplication(ctx: Context, known: string | null) {
  const urls = {
    voiceUrl: webhookUrl(ctx.config, '/api/twilio/webhooks/voice/phone'),
    voiceFallbackUrl: fallbackUrl(ctx.config),
    statusCallback: webhookUrl(ctx.config, '/api/twilio/webhooks/call-status'),
  }
  if (known !== null && (await ctx.twilio.pointApplication(known, urls))) return known
  return ctx.twilio.createApplication({ friendlyName: name, ...urls })
}

/** By the primary key. */
async function readAccess({ database, config }: Context) {
  const { rows } = await database.pool.query<AccessRow>({
    name: 'read-phone-access',
    text: 'select key_sid, key_secret, application_sid from browser_phone_access where account_sid = $1',
    values: [config.twilio.accountSid],
  })
  const row = rows[0]
  const secret = row?.key_secret ? unseal(config.secret, purpose, row.key_secret) : null
  return {
    key: row?.key_sid && secret !== null ? { sid: row.key_sid, secret } : null,
    applicationSid: row?.application_sid ?? null,
  }
}

/** Two at once both made what works; the later one's is kept. */
async function keep(ctx: Context, { key, applicationSid }: { key: PhoneAccess['key'] | null; applicationSid: string }) {
  const { accountSid } = ctx.config.twilio
  await ctx.database.transaction(async (tx) => {
    await tx.client.query({
      name: 'keep-phone-access',
      text: `insert into browser_phone_access (account_sid, key_sid, key_secret, application_sid, updated_at)
             values ($1, $2, $3, $4, $5)
             on conflict (account_sid) do update set key_sid = excluded.key_sid, key_secret = excluded.key_secret,
               application_sid = excluded.application_sid, updated_at = excluded.updated_at`,
      values: [
        accountSid,
        key?.sid ?? null,
        key && seal(ctx.config.secret, purpose, key.secret),
        applicationSid,
        ctx.clock.now(),
      ],
    })
    await recordAudit(ctx, tx, {
      action: 'phone.connect_account',
      subject: accountSid,
      details: { keySid: key?.sid ?? null, applicationSid },
    })
  })
}
