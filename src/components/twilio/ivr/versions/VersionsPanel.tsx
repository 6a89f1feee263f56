import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/show-toast'
import { useFlowChanges, useFlowVersions } from '@/hooks/useFlows'
import { Time } from '../../Time'
import { toastError } from '../../toast-error'
import { useEditor } from '../editor'
import { DifferenceDialog } from './DifferenceDialog'

/** What was published, by whom and why; each can be compared with the draft and brought back. */
export function VersionsPanel() {
  const { flow, adopt, readOnly, flush } = useEditor()
  const { data } = useFlowVersions(flow.id)
  const { restore } = useFlowChanges()
  const [comparing, setComparing] = useState<number | null>(null)
  const bringBack = async (version: number) => {
    await flush()
    restore.mutate(
      { id: flow.id, version },
      {
        onSuccess: (restored) => {
          adopt(restored)
          showToast(`Version ${version} is the draft now. Undo brings yours back.`)
        },
        onError: (error) => toastError('The version was not restored.', error),
      },
    )
  }
  if (data?.items.length === 0) return <p className="p-4 text-ink-soft">Nothing is published yet.</p>
  return (
    <>
      <ol aria-label="Versions" className="divide-y">
        {data?.items.map(({ version, message, publishedBy, publishedAt }) => (
          <li key={version} className="grid gap-1.5 px-4 py-3">
            <div className="flex items-center gap-2">
              <span className="font-medium">Version {version}</span>
              {version === flow.publishedVersion && <Badge tone="positive">Live</Badge>}
              <Time at={publishedAt} className="ml-auto text-xs text-ink-faint" />
            </div>
            {message !== '' && <p className="wrap-anywhere">{message}</p>}
            <p className="text-xs text-ink-faint">by {publishedBy}</p>
            <div className="flex gap-1.5">
              <Button size="small" onClick={() => setComparing(version)}>
                Compare
              </Button>
              <Button
                size="small"
                disabledReason={readOnly}
                busy={restore.isPending}
                onClick={() => void bringBack(version)}
              >
                Restore
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {comparing !== null && <DifferenceDialog version={comparing} onClose={() => setComparing(null)} />}
    </>
  )
}
