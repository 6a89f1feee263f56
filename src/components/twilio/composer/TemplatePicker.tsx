import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { FileText } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useDeferredValue, useState } from 'react'
import { announceSelection } from '@/components/ui/announce-selection'
import { Button } from '@/components/ui/button'
import { listTemplates, previewTemplate } from '@/hooks/api/templates'
import { queryKeys } from '@/hooks/query-keys'
import type { Template } from '@/shared/schemas/template'
import { ErrorNotice } from '../ErrorNotice'

type TemplatePickerProps = {
  to: string | null
  open: boolean
  onOpenChange: (open: boolean) => void
  onChoose: (template: Template) => void
  /** It was left without a choice by the Escape key. */
  onEscape: () => void
  /** Where the writing goes on. */
  onClosed: () => void
  disabledReason?: string | undefined
}

/** Finds a text that is written often; `/` at the start of a line opens it too. */
export function TemplatePicker(props: TemplatePickerProps) {
  const { to, open, onOpenChange, onChoose, onEscape, onClosed, disabledReason } = props
  const button = (
    <Button
      variant="quiet"
      size="icon"
      label="Insert a template"
      shortcut="/"
      disabledReason={disabledReason}
      aria-haspopup="dialog"
      aria-expanded={open}
    >
      <FileText aria-hidden />
    </Button>
  )
  if (disabledReason !== undefined) return button
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{button}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Templates"
          className="z-30 flex w-[min(26rem,calc(100vw-1.5rem))] animate-appear flex-col overflow-hidden rounded-lg border bg-surface shadow-floating focus:outline-none"
          onEscapeKeyDown={onEscape}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          <Templates
            to={to}
            onChoose={(template) => {
              onOpenChange(false)
              onChoose(template)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Templates({ to, onChoose }: { to: string | null; onChoose: (template: Template) => void }) {
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.templates,
    queryFn: ({ signal }) => listTemplates({ limit: 200 }, signal),
  })
  const [marked, setMarked] = useState('')
  const previewed = useDeferredValue(marked)
  if (error && !data) {
    return <ErrorNotice error={error} what="The templates could not be read." onRetry={() => void refetch()} />
  }
  return (
    <Command ref={announceSelection} label="Search the templates" loop value={marked} onValueChange={setMarked}>
      <Command.Input
        placeholder="Search the templates"
        className="h-10 w-full border-b bg-transparent px-3 outline-none focus-visible:outline-none"
      />
      <Command.List aria-label="Templates" className="max-h-60 overflow-y-auto p-1">
        <Command.Empty className="p-3 text-ink-faint">
          {data?.items.length === 0
            ? 'No templates yet. Texts that you write often are kept there.'
            : 'None says that.'}
        </Command.Empty>
        {data?.items.map((template) => (
          <Command.Item
            key={template.id}
            value={template.id}
            keywords={[template.name, template.body]}
            onSelect={() => onChoose(template)}
            className="cursor-pointer rounded-md px-2.5 py-1.5 aria-selected:bg-selected"
          >
            <span className="block truncate font-medium">{template.name}</span>
            <span className="block truncate text-sm text-ink-faint">{template.body}</span>
          </Command.Item>
        ))}
      </Command.List>
      <Preview id={previewed} to={to} />
    </Command>
  )
}

/** What this person would read. */
function Preview({ id, to }: { id: string; to: string | null }) {
  const { data } = useQuery({
    queryKey: queryKeys.templatePreview(id, to),
    queryFn: ({ signal }) => previewTemplate({ id, ...(to && { to }) }, signal),
    enabled: id !== '',
    placeholderData: (before) => before,
    staleTime: 30_000,
  })
  if (!data || id === '') return null
  return (
    <p className="max-h-32 overflow-y-auto border-t bg-sunken px-3 py-2 text-sm break-words whitespace-pre-wrap text-ink-soft">
      {data.body}
    </p>
  )
}
