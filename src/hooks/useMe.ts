import { useQuery } from '@tanstack/react-query'
import { roleCan, type Permission } from '@/shared/can'
import { findMe } from './api/me'
import { queryKeys } from './query-keys'

export function useMe() {
  return useQuery({ queryKey: queryKeys.me, queryFn: ({ signal }) => findMe(signal), staleTime: 5 * 60_000 })
}

/** Asks whether the signed-in person may do something; if not, the sentence a disabled button says. */
export function useForbidden() {
  const { data: me } = useMe()
  return function forbidden(permission: Permission): string | undefined {
    if (!me || roleCan(me.role, permission)) return undefined
    return `Your role (${me.role}) does not allow this. Ask an administrator.`
  }
}
