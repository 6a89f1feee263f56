import { useQuery } from '@tanstack/react-query'
import { listStartableFlows } from '@/hooks/api/keywords'
import { queryKeys } from '@/hooks/query-keys'
import { useColleagues } from '@/hooks/useColleagues'
import { useFlowVersion } from '@/hooks/useFlows'
import { useGreetings } from '@/hooks/useGreetings'
import type { AnswerNames } from '@/shared/calls/describe-answer'
import type { NumberAnswer } from '@/shared/schemas/number'
import { formatPhoneNumber } from '../../../format/format-phone-number'

/** How people read whom a number rings and which flows answer it, with the flows of `answer` themselves; null: not known yet. */
export function useAnswerNames(answer: NumberAnswer | null): AnswerNames | null {
  const flowId = answer?.flowId ?? null
  const closedFlowId = answer?.closed.flowId ?? null
  const { data: colleagues } = useColleagues()
  // Who may not hear them reads the words, which callers hear where a sound is gone.
  const { data: sounds } = useGreetings('callers')
  const { data: flows } = useQuery({
    queryKey: queryKeys.startableFlows,
    queryFn: ({ signal }) => listStartableFlows(signal),
  })
  const versionOf = (id: string | null) => flows?.find((flow) => flow.id === id)?.publishedVersion ?? null
  const open = useFlowVersion(flowId ?? '', versionOf(flowId))
  const other = useFlowVersion(closedFlowId ?? '', versionOf(closedFlowId))
  if (!colleagues || !flows) return null
  const definitions = new Map(
    [open.data, other.data].flatMap((version) => (version ? [[version.flowId, version]] : [])),
  )
  return {
    target: (target) =>
      'personId' in target
        ? (colleagues.find(({ id }) => id === target.personId)?.name ?? 'Somebody who is gone')
        : formatPhoneNumber(target.phoneNumber),
    greeting: (id) => sounds?.items.find((sound) => sound.id === id)?.name ?? null,
    flow: (id) => {
      const flow = flows.find((candidate) => candidate.id === id)
      return flow ? { name: flow.name, definition: definitions.get(id)?.definition ?? null } : null
    },
  }
}
