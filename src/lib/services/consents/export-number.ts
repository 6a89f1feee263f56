import { asc, desc, eq, gte, lt } from 'drizzle-orm'
import type { CoreContext } from '@/lib/context'
import { optOuts } from '@/lib/db/schema/opt-outs'
import { contactConsents, permissionVerdicts } from '@/lib/db/schema/permission'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { chainStart } from '@/lib/services/consents/consent-chain'
import { toConsent } from '@/lib/services/consents/to-consent'
import { toOptOut } from '@/lib/services/opt-outs/to-opt-out'
import { toVerdict } from '@/lib/services/permission/to-verdict'
import { LimitExceededError } from '@/shared/errors'

/** Entries of the chain that one export may carry, as digests of 64 characters. */
const longestChain = 200_000

/**
 * All that can be shown of one number: what it agreed to, how it opted out and in, and every verdict. With it, the digests of the entries
 * between its first and the newest, so that a stranger can check the chain without reading what others said.
 */
export async function exportNumber(ctx: CoreContext, { phoneNumber }: { phoneNumber: string }) {
  const { drizzle } = ctx.database
  const { sequence } = contactConsents
  const consents = await drizzle
    .select()
    .from(contactConsents)
    .where(eq(contactConsents.phoneNumber, phoneNumber))
    .orderBy(asc(sequence))
  const first = consents[0]?.sequence ?? null
  const chain =
    first === null
      ? []
      : await drizzle
          .select({ sequence, digest: contactConsents.digest, hash: contactConsents.hash })
          .from(contactConsents)
          .where(gte(sequence, first))
          .orderBy(asc(sequence))
          .limit(longestChain + 1)
  if (chain.length > longestChain) throw new LimitExceededError('The ledger is too long to export from here.', 60)
  const [before] =
    first === null
      ? []
      : await drizzle
          .select({ hash: contactConsents.hash })
          .from(contactConsents)
          .where(lt(sequence, first))
          .orderBy(desc(sequence))
          .limit(1)
  const ledger = await drizzle
    .select()
    .from(optOuts)
    .where(eq(optOuts.phoneNumber, phoneNumber))
    .orderBy(asc(optOuts.recordedAt))
  const verdicts = await drizzle
    .select()
    .from(permissionVerdicts)
    .where(eq(permissionVerdicts.to, phoneNumber))
    .orderBy(asc(permissionVerdicts.at), asc(permissionVerdicts.id))
  await ctx.database.transaction((tx) => recordAudit(ctx, tx, { action: 'consent.export', subject: phoneNumber }))
  return {
    phoneNumber,
    exportedAt: ctx.clock.now().toISOString(),
    consents: consents.map((row) => toConsent(row)),
    optOuts: ledger.map((row) => toOptOut(row)),
    verdicts: verdicts.map((row) => toVerdict(row)),
    chain: {
      previousHash: before?.hash ?? chainStart,
      digests: chain.map((entry) => entry.digest),
      firstSequence: first,
      headHash: chain.at(-1)?.hash ?? null,
    },
  }
}
