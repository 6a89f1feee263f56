import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Cell } from '@/components/ui/table'
import { revokeApiKey } from '@/hooks/api/api-keys'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import type { ApiKey } from '@/shared/schemas/api-key'
import { Time } from '../Time'
import { toastError } from '../toast-error'
import { roleWords } from './role-words'

export function ApiKeyRow({ apiKey }: { apiKey: ApiKey }) {
  const client = useQueryClient()
  const forbidden = useForbidden()
  const [asking, setAsking] = useState(false)
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys }),
    onError: (error) => toastError('The key was not revoked.', error),
  })
  return (
    <tr>
      <Cell>
        <span className="block font-medium">{apiKey.name}</span>
        <span className="block font-mono text-xs text-ink-faint">{apiKey.prefix}…</span>
      </Cell>
      <Cell>{roleWords[apiKey.role].word}</Cell>
      <Cell className="text-ink-soft tabular">{apiKey.lastUsedAt ? <Time at={apiKey.lastUsedAt} /> : 'Never'}</Cell>
      <Cell className="text-right">
        {apiKey.revokedAt ? (
          <Badge>Revoked</Badge>
        ) : (
          <Button
            size="small"
            busy={revoke.isPending}
            disabledReason={forbidden('api_keys.write')}
            onClick={() => setAsking(true)}
          >
            Revoke
          </Button>
        )}
        <ConfirmDialog
          open={asking}
          onClose={() => setAsking(false)}
          title={`Revoke ${apiKey.name}?`}
          description="Programs that use it are refused from now on. This cannot be undone."
          action="Revoke"
          onConfirm={() => revoke.mutate(apiKey.id)}
        />
      </Cell>
    </tr>
  )
}
