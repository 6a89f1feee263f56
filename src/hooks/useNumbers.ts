import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UpdateNumberInput } from '@/shared/schemas/number'
import { listNumbers, updateNumber } from './api/numbers'
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
