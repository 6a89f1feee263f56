import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { itemsOf } from '@/hooks/cache/pages'
import { useKeywordChanges } from '@/hooks/useKeywords'
import { useForbidden } from '@/hooks/useMe'
import { useTemplates } from '@/hooks/useTemplates'
import type { Keyword } from '@/shared/schemas/keyword'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { toastError } from '../../toast-error'
import { describeHours, matchWords } from './keyword-words'

type KeywordRowProps = {
  rule: Keyword
  onEdit: () => void
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
}

/** One rule: what it waits for, what it does, how often it did; its place and whether it is on. */
export function KeywordRow({ rule, onEdit, onUp, onDown }: KeywordRowProps) {
  const { change, remove } = useKeywordChanges()
  const templates = itemsOf(useTemplates().data)
  const templateName = templates.find((template) => template.id === rule.replyTemplateId)?.name
  const [asking, setAsking] = useState(false)
  const reason = useForbidden()('keywords.write')
  const set = (enabled: boolean) =>
    change.mutate(
      { id: rule.id, change: { enabled } },
      { onError: (error) => toastError('It was not changed.', error) },
    )
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3 sm:flex-nowrap">
      <div className="min-w-0 flex-1 basis-full sm:basis-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className={rule.enabled ? '' : 'text-ink-faint'}>{rule.name}</span>
          {!rule.enabled && <Badge>Off</Badge>}
          {rule.ourNumber && <Badge>{formatPhoneNumber(rule.ourNumber)}</Badge>}
          {rule.hours && <Badge tone="info">{describeHours(rule.hours)}</Badge>}
        </p>
        <p className="break-words text-ink-soft">
          {matchWords[rule.match].word} {rule.words.map((word) => `“${word}”`).join(' or ')}
        </p>
        {rule.replyBody && <p className="line-clamp-2 break-words text-ink-soft">→ {rule.replyBody}</p>}
        {rule.replyTemplateId && (
          <p className="text-ink-soft">→ {templateName ? `the template “${templateName}”` : 'a template'}</p>
        )}
        {rule.flowId && <p className="text-ink-soft">→ starts a flow</p>}
        <p className="mt-0.5 flex flex-wrap items-center gap-1.5 text-sm text-ink-faint">
          {rule.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          {rule.assignTo && <span>assigns the conversation ·</span>}
          <span className="tabular">
            {rule.answered === 0 ? 'not used in 30 days' : `${rule.answered} × in 30 days`}
          </span>
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-0.5">
        <label className="mr-2 flex h-7 items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            aria-label={`${rule.name} is on`}
            checked={change.isPending ? (change.variables.change.enabled ?? rule.enabled) : rule.enabled}
            disabled={reason !== undefined}
            onChange={(event) => set(event.target.checked)}
          />
          On
        </label>
        <Button
          variant="quiet"
          size="icon-small"
          label={`Ask ${rule.name} earlier`}
          disabledReason={reason ?? (onUp ? undefined : 'It is asked first.')}
          onClick={onUp}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          variant="quiet"
          size="icon-small"
          label={`Ask ${rule.name} later`}
          disabledReason={reason ?? (onDown ? undefined : 'It is asked last.')}
          onClick={onDown}
        >
          <ArrowDown aria-hidden />
        </Button>
        <Button variant="quiet" size="icon-small" label={`Edit ${rule.name}`} disabledReason={reason} onClick={onEdit}>
          <Pencil aria-hidden />
        </Button>
        <Button
          variant="quiet"
          size="icon-small"
          label={`Delete ${rule.name}`}
          disabledReason={reason}
          onClick={() => setAsking(true)}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Delete “${rule.name}”?`}
        description="Texts with these words are not answered by it any more. What it answered stays."
        action="Delete"
        onConfirm={() => remove.mutate(rule.id, { onError: (error) => toastError('The rule was not deleted.', error) })}
      />
    </li>
  )
}
