import type { CoreContext } from '@/lib/context'
import { InvalidError } from '@/shared/errors'
import type { TemplateVariables } from '@/shared/schemas/template'
import { fillReadably } from './fill-readably'
import { getTemplate } from './get-template'
import { templateScope } from './template-scope'

/** A template as it goes to this person. InvalidError naming what is missing: nothing goes out with a gap in it. */
export async function renderTemplate(
  ctx: Pick<CoreContext, 'database' | 'config' | 'actor'>,
  input: { templateId: string; to: string; variables?: TemplateVariables | undefined },
): Promise<string> {
  const { name, body } = await getTemplate(ctx, { id: input.templateId })
  const { text, missing } = fillReadably(body, await templateScope(ctx, input))
  if (missing.length > 0) {
    throw new InvalidError(`The template “${name}” lacks ${missing.join(', ')}. Nothing was sent.`, { missing })
  }
  return text
}
