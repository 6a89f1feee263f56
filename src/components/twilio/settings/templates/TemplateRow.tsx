import { Archive, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useTemplateChanges } from '@/hooks/useTemplates'
import type { Template } from '@/shared/schemas/template'
import { Time } from '../../Time'
import { toastError } from '../../toast-error'

/** One template: its words and what it asks for. */
export function TemplateRow({ template, onEdit }: { template: Template; onEdit: () => void }) {
  const { archive } = useTemplateChanges()
  const [asking, setAsking] = useState(false)
  const reason = useForbidden()('templates.write')
  const putAway = () =>
    archive.mutate(template.id, {
      onSuccess: () => showToast(`“${template.name}” is put away.`),
      onError: (error) => toastError('It was not put away.', error),
    })
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{template.name}</p>
        <p className="line-clamp-3 break-words whitespace-pre-wrap text-ink-soft">{template.body}</p>
        <p className="mt-1 flex flex-wrap items-center gap-1.5 text-sm text-ink-faint">
          {template.variables.map((name) => (
            <Badge key={name} className="max-w-48 truncate">
              {name}
            </Badge>
          ))}
          <span>
            version {template.version} · <Time at={template.updatedAt} />
          </span>
        </p>
      </div>
      <div className="flex shrink-0 gap-0.5">
        <Button variant="quiet" size="icon-small" label={`Edit ${template.name}`} onClick={onEdit}>
          <Pencil aria-hidden />
        </Button>
        <Button
          variant="quiet"
          size="icon-small"
          label={`Put ${template.name} away`}
          disabledReason={reason}
          busy={archive.isPending}
          onClick={() => setAsking(true)}
        >
          <Archive aria-hidden />
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Put “${template.name}” away?`}
        description="It is not offered any more, and keyword rules that answer with it stay silent. What was sent with it stays."
        action="Put away"
        onConfirm={putAway}
      />
    </li>
  )
}
