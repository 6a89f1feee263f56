import { desc, eq } from 'drizzle-orm'
import { actorName, type CoreContext } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { lockKeys } from '@/lib/db/lock-keys'
import { contactConsents } from '@/lib/db/schema/permission'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { chainHash, chainStart, consentDigest } from '@/lib/services/consents/consent-chain'
import { toConsent } from '@/lib/services/consents/to-consent'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { InvalidError } from '@/shared/errors'
import type { Consent, RecordConsentInput } from '@/shared/schemas/consent'

export type NewConsent = RecordConsentInput & { id?: string | undefined }

/**
 * Appends to the ledger of who agreed to what, each entry chained to the one before, in one transaction for all. The same id twice is the
 * same entry. It is never changed afterwards; the database refuses.
 */
export async function appendConsents(
  ctx: CoreContext,
  entries: readonly NewConsent[],
  tx?: Transaction,
): Promise<Consent[]> {
  if (!tx) return ctx.database.transaction((own) => appendConsents(ctx, entries, own))
  const at = ctx.clock.now()
  await tx.client.query('select pg_advisory_xact_lock($1)', [lockKeys.consents])
  const written: Consent[] = []
  let last = await lastEntry(tx)
  for (const { id = uuidV7(at), ...entry } of entries) {
    const [present] = await tx.drizzle.select().from(contactConsents).where(eq(contactConsents.id, id))
    if (present) {
      written.push(toConsent(present))
      continue
    }
    const occurredAt = entry.occurredAt ? new Date(entry.occurredAt) : at
    if (occurredAt > at) throw new InvalidError('occurredAt: Nobody has agreed in the future.')
    const said = {
      sequence: last.sequence + 1,
      id,
      phoneNumber: entry.phoneNumber,
      kind: entry.kind,
      medium: entry.medium,
      source: entry.source,
      words: entry.words,
      evidence: entry.evidence ?? null,
      occurredAt: occurredAt.toISOString(),
      recordedBy: actorName(ctx.actor),
      recordedAt: at.toISOString(),
    }
    const digest = consentDigest(said)
    const chained = { ...said, digest, hash: chainHash(last.hash, digest) }
    await tx.drizzle.insert(contactConsents).values({ ...chained, occurredAt, recordedAt: at })
    written.push(chained)
    last = chained
    const details = { kind: entry.kind, medium: entry.medium, source: entry.source, hash: chained.hash }
    await recordAudit(ctx, tx, { action: 'consent.record', subject: entry.phoneNumber, details })
  }
  const numbers = [...new Set(entries.map((entry) => entry.phoneNumber))]
  await broadcast(
    tx.client,
    at,
    numbers.map((phoneNumber) => ({ type: 'consent.recorded', data: { phoneNumber } })),
  )
  return written
}

async function lastEntry(tx: Transaction): Promise<Pick<Consent, 'sequence' | 'hash'>> {
  const [row] = await tx.drizzle
    .select({ sequence: contactConsents.sequence, hash: contactConsents.hash })
    .from(contactConsents)
    .orderBy(desc(contactConsents.sequence))
    .limit(1)
  return row ?? { sequence: 0, hash: chainStart }
}
