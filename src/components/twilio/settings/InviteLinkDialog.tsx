import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { InvitedPerson } from '@/shared/schemas/person'
import { formatExactTime } from '../format/format-time'
import { OneTimeSecret } from './OneTimeSecret'

export function InviteLinkDialog({ invited, onClose }: { invited: InvitedPerson; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Link for ${invited.person.name}`}
      description="Hand it to them yourself. It works once and is not shown again."
    >
      <OneTimeSecret label="Link" value={invited.inviteUrl} />
      <p className="mt-2 text-sm text-ink-faint">Until {formatExactTime(new Date(invited.expiresAt))}.</p>
      <div className="mt-5 flex justify-end">
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  )
}
