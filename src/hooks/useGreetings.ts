import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { deleteGreeting, dropVoicemail, listGreetings, saveGreeting } from './api/greetings'
import type { GreetingListener } from '@/shared/schemas/greeting'
import { queryKeys } from './query-keys'
import { useForbidden } from './useMe'

/** What one can leave on a voicemail, or what callers may hear; live events have it asked again. */
export function useGreetings(heardBy: GreetingListener = 'machines') {
  const forbidden = useForbidden()
  return useQuery({
    queryKey: [...queryKeys.greetings, heardBy],
    queryFn: ({ signal }) => listGreetings(heardBy, signal),
    enabled: forbidden('calls.control') === undefined,
  })
}

export function useSaveGreeting() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: saveGreeting,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.greetings }),
  })
}

export function useDeleteGreeting() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: deleteGreeting,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.greetings }),
  })
}

export function useDropVoicemail() {
  return useMutation({ mutationFn: dropVoicemail })
}
