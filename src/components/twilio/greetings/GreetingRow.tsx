import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { greetingSound } from '@/hooks/api/greetings'
import { useDeleteGreeting } from '@/hooks/useGreetings'
import { useForbidden } from '@/hooks/useMe'
import type { Greeting } from '@/shared/schemas/greeting'
import { toastError } from '../toast-error'

const consequences = {
  machines: 'Calls that were to leave it will leave nothing.',
  callers: 'Its sound will be gone. A number that callers hear it on must be given another greeting first.',
}

/** One greeting: its words or its sound. */
export function GreetingRow({ greeting }: { greeting: Greeting }) {
  const remove = useDeleteGreeting()
  const [asking, setAsking] = useState(false)
  const denied = useForbidden()('call_settings.write')
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 p-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-2 font-medium">
          {greeting.name}{' '}
          <Badge tone={greeting.mine ? 'accent' : 'neutral'}>{greeting.mine ? 'Yours' : 'Everybody’s'}</Badge>
        </p>
        {greeting.words !== null && <p className="mt-0.5 break-words text-ink-soft">{greeting.words}</p>}
        {greeting.words === null && (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- a recorded greeting has no captions
          <audio controls preload="none" src={greetingSound(greeting.id)} className="mt-2 h-9 w-full max-w-md" />
        )}
      </div>
      <Button
        size="icon-small"
        variant="quiet"
        label={`Delete ${greeting.name}`}
        busy={remove.isPending}
        disabledReason={greeting.mine ? undefined : denied}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete this greeting?"
        description={consequences[greeting.heardBy]}
        action="Delete it"
        onConfirm={() => remove.mutate(greeting.id, { onError: (error) => toastError('It was not deleted.', error) })}
      />
    </li>
  )
}
