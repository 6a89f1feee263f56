import type { CoreContext } from '@/lib/context'
import type { Message } from '@/shared/schemas/message'
import { readRules } from './read-rules'
import { ruleFor } from './rule-for'

/** Whether a rule answers this text or starts a flow with it, so that nothing else does. Asked of the rules: the reply may not be noted yet. */
export async function isAnsweredByKeyword(
  { database }: Pick<CoreContext, 'database'>,
  text: Message,
): Promise<boolean> {
  const rule = ruleFor(await readRules(database), text)
  return rule !== undefined && (rule.replyBody ?? rule.replyTemplateId ?? rule.flowId) !== null
}
