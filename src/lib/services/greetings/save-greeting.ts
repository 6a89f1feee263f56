import { actorName, type CoreContext } from '@/lib/context'
import { voicemailGreetings } from '@/lib/db/schema/desk'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { settleMediaType } from '@/lib/services/media/settle-media-type'
import { newStorageKey } from '@/lib/storage/storage-key'
import { broadcast } from '@/lib/utils/twilio-broadcast'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { ForbiddenError, InvalidError } from '@/shared/errors'
import { roleCan } from '@/shared/can'
import type { Greeting, GreetingListener } from '@/shared/schemas/greeting'
import { personOf } from './greeting-row'

type Sound = { contentType: string; bytes: Uint8Array }
type NewGreeting = { name: string; mine: boolean; heardBy?: GreetingListener } & ({ words: string } | { sound: Sound })

/** What Twilio plays and browsers do too. */
const playable = ['audio/mpeg', 'audio/wav']

/** Keeps a greeting: one's own, or the firm's, as those for callers always are, which is for who may change the settings of calls. InvalidError for a sound that Twilio cannot play. */
export async function saveGreeting(ctx: CoreContext, input: NewGreeting): Promise<Greeting> {
  const { heardBy = 'machines' } = input
  const mine = input.mine && heardBy === 'machines'
  assertMayChange(ctx, { isOwn: mine })
  const at = ctx.clock.now()
  const stored = 'sound' in input ? await store(ctx, input.sound) : { words: input.words }
  const row = {
    id: uuidV7(at),
    personId: mine ? personOf(ctx) : null,
    heardBy,
    name: input.name,
    createdBy: actorName(ctx.actor),
    createdAt: at,
  }
  await ctx.database.transaction(async (tx) => {
    await tx.drizzle.insert(voicemailGreetings).values({ ...row, ...stored })
    const details = { name: input.name, mine, heardBy, sound: 'sound' in input }
    await recordAudit(ctx, tx, { action: 'greeting.save', subject: row.id, details })
    await broadcast(tx.client, at, [{ type: 'greeting.changed', data: { greetingId: row.id } }])
  })
  return {
    id: row.id,
    heardBy,
    name: row.name,
    words: 'words' in input ? input.words : null,
    mine: row.personId !== null,
    createdAt: at.toISOString(),
  }
}

export function assertMayChange(ctx: Pick<CoreContext, 'actor'>, { isOwn }: { isOwn: boolean }) {
  const { actor } = ctx
  if (isOwn && actor.type !== 'operator') throw new ForbiddenError('Only a person has greetings of their own.')
  if (isOwn || !('role' in actor) || roleCan(actor.role, 'call_settings.write')) return
  throw new ForbiddenError('Greetings for everybody are kept by administrators.')
}

async function store(ctx: CoreContext, { contentType: said, bytes }: Sound) {
  const contentType = settleMediaType(said, bytes)
  if (contentType === null || !playable.includes(contentType))
    throw new InvalidError('Twilio plays MP3 and WAV files. Save the sound as one of them.')
  const storageKey = newStorageKey('media')
  await ctx.storage.put(storageKey, bytes, { contentType })
  return { storageKey, contentType }
}
