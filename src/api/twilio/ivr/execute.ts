import { z } from 'zod'
import { contextOf } from '@/api/twilio/webhooks/context-of'
import type { PlainWebhook } from '@/api/twilio/webhooks/busy-webhooks'
import type { Installation } from '@/lib/context'
import { storable } from '@/lib/utils/storable'
import { executeFlow } from '@/lib/services/ivr/execute-flow'

const Query = z.object({
  execution: z.uuid().optional().catch(undefined),
  step: z.coerce.number().int().min(0).optional().catch(undefined),
})
const Parameters = z.object({ CallSid: z.string().regex(/^CA[0-9a-fA-F]{32}$/) })

/** A caller in a flow has done something, or heard what was said: what comes next. */
export function execute(installation: Installation): PlainWebhook {
  return ({ parameters }, query) => {
    const { CallSid: callSid } = Parameters.parse(parameters)
    const { execution, step } = Query.parse({ execution: query('execution'), step: query('step') })
    return executeFlow(contextOf(installation), { execution, step, callSid, parameters: textsOf(parameters) })
  }
}

/** Texts as the database can keep them; of a parameter that was sent twice, the last counts. */
export function textsOf(
  parameters: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      storable(typeof value === 'string' ? value : (value?.at(-1) ?? '')),
    ]),
  )
}
