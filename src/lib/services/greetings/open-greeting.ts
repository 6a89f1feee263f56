import type { CoreContext } from '@/lib/context'
import { readMediaToken } from '@/lib/services/media/media-token'
import type { OpenedMedia } from '@/lib/services/media/open-media'
import { NotFoundError } from '@/shared/errors'
import { findGreeting, getGreeting } from './find-greeting'
import type { GreetingRow } from './greeting-row'

const absent = 'There is no such sound, or its link has ended.'

/** The sound that a link of ours leads to; Twilio has it. NotFoundError when the link has ended or the greeting is gone. */
export async function openLinkedGreeting(
  ctx: Pick<CoreContext, 'config' | 'clock' | 'database' | 'storage'>,
  { token }: { token: string },
): Promise<OpenedMedia> {
  const id = readMediaToken(ctx.config.secret, { token, at: ctx.clock.now(), kind: 'greeting-links' })
  const greeting = id === null ? null : await findGreeting(ctx, id)
  if (!greeting) throw new NotFoundError(absent)
  return open(ctx, greeting)
}

/** The sound of a greeting that whoever acts may leave. */
export async function openGreeting(
  ctx: Pick<CoreContext, 'database' | 'storage' | 'actor'>,
  { id }: { id: string },
): Promise<OpenedMedia> {
  return open(ctx, await getGreeting(ctx, id))
}

async function open(ctx: Pick<CoreContext, 'storage'>, { id, ...greeting }: GreetingRow): Promise<OpenedMedia> {
  const { storage_key: key, content_type: contentType } = greeting
  const sizeBytes = key ? await ctx.storage.size(key) : null
  if (!key || !contentType || sizeBytes === null) throw new NotFoundError(absent)
  return {
    id,
    contentType,
    fileName: null,
    sizeBytes,
    async open(range) {
      const file = await ctx.storage.get(key, range)
      if (!file) throw new NotFoundError(absent)
      return file.body
    },
  }
}
