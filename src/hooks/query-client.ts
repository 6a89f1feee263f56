import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api/api-error'
import { queryKeys } from './query-keys'

/** One cache per dashboard. A 401 anywhere means the session ended: the sign-in page takes over. Only lost connections are tried again. */
export function createQueryClient() {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) client.setQueryData(queryKeys.me, null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => !(error instanceof ApiError && error.status < 500) && failures < 2,
        refetchOnWindowFocus: false,
      },
    },
  })
  return client
}
