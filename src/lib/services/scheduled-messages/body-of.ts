import type { CoreContext } from '@/lib/context'
import { renderTemplate } from '@/lib/services/templates/render-template'
import type { SendMessageInput } from '@/shared/schemas/message'

/** The words of a text that is to wait: written, or filled in from a template now. InvalidError when the template lacks something. */
export async function bodyOf(
  ctx: Pick<CoreContext, 'database' | 'config' | 'actor'>,
  { to, body, templateId, variables }: Pick<SendMessageInput, 'to' | 'body' | 'templateId' | 'variables'>,
): Promise<string> {
  return templateId === undefined ? (body ?? '') : renderTemplate(ctx, { templateId, to, variables })
}
