import type { RecordingRule } from '../schemas/recording-rules'

/** What rules go by. `people`: those of ours who placed or took the call. */
export type RecordedCall = {
  direction: 'inbound' | 'outbound'
  ourNumber: string
  flowId: string | null
  people: readonly string[]
}

/** The rule that decides about a call: the first that fits; null when none does. */
export function recordingRuleFor(rules: readonly RecordingRule[], call: RecordedCall): RecordingRule | null {
  return (
    rules.find(
      ({ direction, ourNumber, flowId, personId }) =>
        (direction === null || direction === call.direction) &&
        (ourNumber === null || ourNumber === call.ourNumber) &&
        (flowId === null || flowId === call.flowId) &&
        (personId === null || call.people.includes(personId)),
    ) ?? null
  )
}

/**
 * What is said before it is known who of `candidates` will take the call: the notice of the first rule that may come to apply and records with
 * one. Whoever takes it, nobody is recorded unwarned.
 */
export function noticeBefore(
  rules: readonly RecordingRule[],
  call: RecordedCall,
  candidates: readonly string[],
): string | null {
  const possible = [call, ...candidates.map((id) => ({ ...call, people: [...call.people, id] }))]
  for (const each of possible) {
    const rule = recordingRuleFor(rules, each)
    if (rule?.record && rule.notice !== null) return rule.notice
  }
  return null
}
