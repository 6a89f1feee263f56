import { Link } from '@tanstack/react-router'
import { Activity, ArrowLeft, CircleAlert, Download, Ellipsis, PlayCircle, Redo2, Search, Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuChoice, MenuItem } from '@/components/ui/dropdown-menu'
import { errorSentence } from '../error-sentence'
import type { SaveStatus } from './draft-saver'
import { useEditor } from './editor'
import { AddMenu } from './Palette'

type ToolbarProps = {
  save: SaveStatus
  onConflict: () => void
  adding: boolean
  onAdding: (open: boolean) => void
  counts: boolean
  onCounts: (shown: boolean) => void
  onFind: () => void
  onPublish: () => void
  onSettings: () => void
}

/** The name of the flow, whether it is saved, and what can be done with it. */
export function Toolbar({
  save,
  onConflict,
  adding,
  onAdding,
  counts,
  onCounts,
  onFind,
  onPublish,
  onSettings,
}: ToolbarProps) {
  const { flow, definition, issues, readOnly, undo, redo, openPanel } = useEditor()
  const download = () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(definition, null, 2)], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: `${flow.name}.json` })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-1.5 border-b bg-surface px-3 py-2">
      <Button asChild variant="quiet" size="icon-small" aria-label="Back to the flows">
        <Link to="/flows">
          <ArrowLeft />
        </Link>
      </Button>
      <div className="mr-auto flex min-w-0 items-baseline gap-2">
        <h1 className="truncate text-lg font-semibold">{flow.name}</h1>
        <output className="truncate text-xs text-ink-faint">
          {readOnly === undefined || save.is === 'conflict' ? saveWords(save) : 'Read only'}
        </output>
        {save.is === 'conflict' && (
          <Button size="small" onClick={onConflict}>
            Choose whose
          </Button>
        )}
      </div>
      <AddMenu open={adding} onOpenChange={onAdding} />
      <Button
        variant="quiet"
        size="icon-small"
        label="Undo"
        shortcut="Ctrl Z"
        disabledReason={undo ? undefined : 'Nothing to undo.'}
        onClick={undo}
      >
        <Undo2 />
      </Button>
      <Button
        variant="quiet"
        size="icon-small"
        label="Redo"
        shortcut="Ctrl Y"
        disabledReason={redo ? undefined : 'Nothing to redo.'}
        onClick={redo}
      >
        <Redo2 />
      </Button>
      <Button variant="quiet" size="icon-small" label="Find a step" shortcut="/" onClick={onFind}>
        <Search />
      </Button>
      {issues.length > 0 && (
        <Button variant="quiet" size="small" onClick={() => openPanel('problems')}>
          <CircleAlert aria-hidden /> {issues.length} {issues.length === 1 ? 'problem' : 'problems'}
        </Button>
      )}
      <DropdownMenu
        trigger={
          <Button variant="quiet" size="icon-small" label="More">
            <Ellipsis />
          </Button>
        }
      >
        <MenuChoice chosen={counts} onSelect={() => onCounts(!counts)}>
          <Activity aria-hidden /> Counts of the last week
        </MenuChoice>
        <MenuItem onSelect={() => openPanel('tests')}>Tests</MenuItem>
        <MenuItem onSelect={() => openPanel('versions')}>Versions</MenuItem>
        <MenuItem onSelect={() => openPanel('numbers')}>Numbers</MenuItem>
        {readOnly === undefined && <MenuItem onSelect={onSettings}>Rename or put away</MenuItem>}
        <MenuItem onSelect={download}>
          <Download aria-hidden /> Export for Studio
        </MenuItem>
      </DropdownMenu>
      <Button size="small" onClick={() => openPanel('try')}>
        <PlayCircle aria-hidden /> Try it
      </Button>
      <Button size="small" variant="primary" disabledReason={readOnly} onClick={onPublish}>
        Publish
      </Button>
    </header>
  )
}

function saveWords(save: SaveStatus) {
  if (save.is === 'saved') return 'Saved'
  if (save.is === 'failed') return `Not saved: ${errorSentence(save.error)}`
  return save.is === 'conflict' ? 'Not saved' : 'Saving…'
}
