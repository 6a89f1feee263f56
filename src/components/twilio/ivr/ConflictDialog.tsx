import { useNavigate } from '@tanstack/react-router'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { getFlow } from '@/hooks/api/flows'
import { useActionKey } from '@/hooks/use-action-key'
import { useFlowChanges } from '@/hooks/useFlows'
import { Time } from '../Time'
import { toastError } from '../toast-error'
import { useEditor } from './editor'

/** Somebody else saved the same draft: nothing of either is lost. */
export function ConflictDialog({ by, at, onClose }: { by: string; at: string; onClose: () => void }) {
  const { flow, definition, adopt } = useEditor()
  const { create } = useFlowChanges()
  const navigate = useNavigate()
  const key = useActionKey(`copy ${flow.id}`)
  const take = () =>
    getFlow(flow.id).then(
      (theirs) => {
        adopt(theirs)
        onClose()
      },
      (error: unknown) => toastError('Their draft could not be read.', error),
    )
  const keep = () =>
    create.mutate(
      { input: { name: `${flow.name} (my copy)`.slice(0, 120), definition }, key: key.current() },
      {
        onSuccess: ({ id }) => void navigate({ to: '/flows/$flowId', params: { flowId: id } }),
        onError: (error) => toastError('The copy was not made.', error),
      },
    )
  return (
    <Dialog open onClose={onClose} title="Somebody else has saved this flow">
      <p className="text-ink-soft">
        <strong className="text-ink">{by}</strong> saved it <Time at={at} />. Your last changes are still here, and
        nothing more is saved until you choose.
      </p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button busy={create.isPending} onClick={keep}>
          Keep mine as a copy
        </Button>
        <Button variant="primary" onClick={() => void take()}>
          Take theirs
        </Button>
      </div>
    </Dialog>
  )
}
