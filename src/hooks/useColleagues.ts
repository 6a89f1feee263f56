import { useQuery } from '@tanstack/react-query'
import { listColleagues } from './api/inbox'
import { queryKeys } from './query-keys'
import { useMe } from './useMe'

/** Everybody who can be assigned and mentioned, and who once could. */
export function useColleagues() {
  return useQuery({
    queryKey: queryKeys.colleagues,
    queryFn: async ({ signal }) => (await listColleagues(signal)).items,
    staleTime: 60_000,
  })
}

/** Makes an actor's name, such as `operator:<id>`, one that people read. */
export function useActorName() {
  const { data: colleagues } = useColleagues()
  const { data: me } = useMe()
  return function actorName(actor: string | null): string {
    if (actor === null) return 'EVA'
    const [kind, id] = [actor.slice(0, actor.indexOf(':')), actor.slice(actor.indexOf(':') + 1)]
    if (kind === 'operator') {
      return id === me?.id ? 'You' : (colleagues?.find((person) => person.id === id)?.name ?? 'Somebody')
    }
    return kind === 'api-key' ? 'A script' : 'Automatic'
  }
}
