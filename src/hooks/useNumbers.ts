import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AvailableNumbersQuery, UpdateNumberInput } from '@/shared/schemas/number'
import {
  buyNumber,
  checkNumbers,
  findAvailableNumbers,
  listNumbers,
  listUsesOfNumber,
  releaseNumber,
  repairNumber,
  updateNumber,
} from './api/numbers'
import { queryKeys } from './query-keys'

export function useNumbers() {
  return useQuery({ queryKey: queryKeys.numbers, queryFn: ({ signal }) => listNumbers(signal), staleTime: 5 * 60_000 })
}

export function useUpdateNumber(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: UpdateNumberInput) => updateNumber(id, input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.numbers }),
  })
}

/** What can be done with numbers at Twilio; the list is asked again after each. */
export function useNumberChanges() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: queryKeys.numbers })
  return {
    check: useMutation({ mutationFn: checkNumbers, onSuccess }),
    repair: useMutation({ mutationFn: repairNumber, onSuccess }),
    buy: useMutation({ mutationFn: buyNumber, onSuccess }),
    release: useMutation({ mutationFn: releaseNumber, onSuccess }),
  }
}

/** What uses a number; asked while `shown`, and never from memory. */
export function useUsesOfNumber(id: string, shown: boolean) {
  return useQuery({
    queryKey: [...queryKeys.numbers, id, 'uses'],
    queryFn: ({ signal }) => listUsesOfNumber(id, signal),
    enabled: shown,
    gcTime: 0,
  })
}

/** Numbers that Twilio sells; null: nothing is asked yet. */
export function useAvailableNumbers(query: Partial<AvailableNumbersQuery> | null) {
  return useQuery({
    queryKey: [...queryKeys.numbers, 'available', query],
    queryFn: ({ signal }) => findAvailableNumbers(query ?? {}, signal),
    enabled: query !== null,
    staleTime: 60_000,
  })
}
