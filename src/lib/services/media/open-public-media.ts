import type { CoreContext } from '@/lib/context'
import { readMediaToken } from '@/lib/services/media/media-token'
import { openMedia, type OpenedMedia } from '@/lib/services/media/open-media'
import { NotFoundError } from '@/shared/errors'

/** The file that a link of ours leads to. NotFoundError for a link that ended, was changed, or leads to what is not there any more. */
export async function openPublicMedia(
  ctx: Pick<CoreContext, 'config' | 'clock' | 'database' | 'storage'>,
  { token }: { token: string },
): Promise<OpenedMedia> {
  const id = readMediaToken(ctx.config.secret, { token, at: ctx.clock.now() })
  if (id === null) throw new NotFoundError('There is no such file, or its link has ended.')
  return openMedia(ctx, { id })
}
