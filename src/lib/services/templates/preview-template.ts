import type { CoreContext } from '@/lib/context'
import { countSegments } from '@/shared/messages/count-segments'
import type { TemplatePreview, TemplateVariables } from '@/shared/schemas/template'
import { fillReadably } from './fill-readably'
import { getTemplate } from './get-template'
import { templateScope } from './template-scope'

/** What a person would read, and what would keep it from being sent: of a template, or of words that are no template yet. Nothing is kept. */
export async function previewTemplate(
  ctx: Pick<CoreContext, 'database' | 'config' | 'actor'>,
  input: ({ id: string; body?: string | undefined } | { body: string }) & {
    to?: string | undefined
    variables?: TemplateVariables | undefined
  },
): Promise<TemplatePreview> {
  const template = input.body ?? ('id' in input ? (await getTemplate(ctx, { id: input.id })).body : '')
  const { text, missing } = fillReadably(
    template,
    await templateScope(ctx, { to: input.to, variables: input.variables }),
  )
  return { body: text, missing, segments: countSegments(text).segments }
}
