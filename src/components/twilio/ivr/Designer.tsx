import { ReactFlowProvider } from '@xyflow/react'
import { useState } from 'react'
import { useHotkeys } from '@/hooks/use-hotkeys'
import type { FlowWithDraft } from '@/shared/schemas/flow'
import { DesignerCanvas } from './canvas/DesignerCanvas'
import { ConflictDialog } from './ConflictDialog'
import { EditorContext } from './editor'
import { Palette } from './Palette'
import { PublishDialog } from './PublishDialog'
import { SettingsDialog } from './SettingsDialog'
import { SidePanel } from './SidePanel'
import { Toolbar } from './Toolbar'
import { useEditorOf } from './use-editor'

/** Palette, canvas and what is beside it, for one flow. */
export function Designer({ flow }: { flow: FlowWithDraft }) {
  return (
    <ReactFlowProvider>
      <Parts flow={flow} />
    </ReactFlowProvider>
  )
}

function Parts({ flow }: { flow: FlowWithDraft }) {
  const { editor, save } = useEditorOf(flow)
  const [publishing, setPublishing] = useState(false)
  const [finding, setFinding] = useState(false)
  const [adding, setAdding] = useState(false)
  const [counts, setCounts] = useState(false)
  const [deferred, setDeferred] = useState(false)
  const [settling, setSettling] = useState(false)
  useHotkeys({ '/': () => setFinding(true), a: () => setAdding(true) })
  return (
    <EditorContext value={editor}>
      <Toolbar
        save={save}
        onConflict={() => setDeferred(false)}
        adding={adding}
        onAdding={setAdding}
        counts={counts}
        onCounts={setCounts}
        onFind={() => setFinding(true)}
        onSettings={() => setSettling(true)}
        onPublish={() => setPublishing(true)}
      />
      <div className="relative flex min-h-0 flex-1">
        <Palette />
        <DesignerCanvas counts={counts} finding={finding} onFound={() => setFinding(false)} />
        <SidePanel />
      </div>
      {settling && <SettingsDialog onClose={() => setSettling(false)} />}
      {publishing && <PublishDialog onClose={() => setPublishing(false)} />}
      {save.is === 'conflict' && !deferred && (
        <ConflictDialog by={save.by} at={save.at} onClose={() => setDeferred(true)} />
      )}
    </EditorContext>
  )
}
