import { FlowDefinition } from '@/shared/ivr/definition'
import { predicateOf, sayIssue } from '@/shared/say-issue'

/** A definition exported from Studio, or what keeps it from being one. */
export function readStudioJson(text: string): { definition: FlowDefinition } | { wrong: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { wrong: 'This is not JSON.' }
  }
  const parsed = FlowDefinition.safeParse(json, { error: predicateOf })
  if (parsed.success) return { definition: parsed.data }
  const [first] = parsed.error.issues
  return { wrong: `This is not a flow of Studio: ${first ? sayIssue(first, 'it') : ''}` }
}
