import { useQuery } from '@tanstack/react-query'
import type { PermissionAnswer } from '@/shared/schemas/permission'
import { askPermission } from './api/messages'
import { queryKeys } from './query-keys'
import { useSettled } from './use-settled'

type Asked = { to: string | null; from?: string | undefined; body: string; hasMedia: boolean; sendAt: string | null }

/** What would happen if this text were sent, asked again whenever the writer rests, and each minute: the hour is part of the answer. */
export function useVerdict(
  { to, from, body, hasMedia, sendAt }: Asked,
  enabled: boolean,
): PermissionAnswer | undefined {
  const settled = useSettled(body, 400)
  const asked = {
    to: to ?? '',
    ...(from && { from }),
    ...(settled !== '' && { body: settled }),
    ...(hasMedia && { hasMedia }),
    ...(sendAt && { sendAt }),
  }
  const { data } = useQuery({
    queryKey: queryKeys.verdictBefore(asked),
    queryFn: ({ signal }) => askPermission(asked, signal),
    enabled: enabled && to !== null,
    // The words change less in the verdict than whom they are for.
    placeholderData: (before, query) =>
      query?.queryKey.some((part) => typeof part === 'object' && part.to === asked.to) ? before : undefined,
    refetchInterval: 60_000,
    retry: false,
  })
  return data
}
