import { FileText, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchInput } from '@/components/ui/search-input'
import { Skeleton } from '@/components/ui/skeleton'
import { itemsOf } from '@/hooks/cache/pages'
import { useForbidden } from '@/hooks/useMe'
import { useTemplates } from '@/hooks/useTemplates'
import type { Template } from '@/shared/schemas/template'
import { ErrorNotice } from '../../ErrorNotice'
import { SettingsHeading } from '../SettingsHeading'
import { TemplateDialog } from './TemplateDialog'
import { TemplateRow } from './TemplateRow'

/** Texts that are written often. */
export function TemplatesPage() {
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<Template | 'new' | null>(null)
  const reason = useForbidden()('templates.write')
  return (
    <>
      <SettingsHeading
        title="Templates"
        lead="Texts that are written often, with names filled in. One that lacks a name is not sent."
      >
        <Button variant="primary" disabledReason={reason} onClick={() => setEditing('new')}>
          <Plus aria-hidden /> Add a template
        </Button>
      </SettingsHeading>
      <div className="grid gap-4">
        <SearchInput
          aria-label="Find a template"
          placeholder="Name or words"
          className="max-w-96"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TemplateList q={useDeferredValue(typed.trim())} onEdit={setEditing} />
      </div>
      {editing !== null && (
        <TemplateDialog template={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

function TemplateList({ q, onEdit }: { q: string; onEdit: (template: Template) => void }) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useTemplates(q)
  const items = itemsOf(data)
  if (error && !data) {
    return <ErrorNotice error={error} what="The templates could not be read." onRetry={() => void refetch()} />
  }
  if (isPending) return <Skeleton className="h-48 rounded-lg" />
  if (items.length === 0 && q !== '') return <EmptyState icon={SearchX} title={`No template has “${q}” in it.`} />
  if (items.length === 0) {
    return (
      <EmptyState icon={FileText} title="No templates yet">
        <p>Write the text that you write most, with {'{{ contact.first_name }}'} where the name stands.</p>
      </EmptyState>
    )
  }
  return (
    <>
      <ul aria-label="Templates" className="divide-y rounded-lg border bg-surface">
        {items.map((template) => (
          <TemplateRow key={template.id} template={template} onEdit={() => onEdit(template)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button className="mx-auto" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  )
}
