import { ReactFlowProvider } from '@xyflow/react'
import { useMemo, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { useFlowVersion, useFlowVersions } from '@/hooks/useFlows'
import type { FlowDefinition } from '@/shared/ivr/definition'
import { flowDifference, type FlowDifference } from '@/shared/ivr/difference'
import type { Decoration } from '../canvas/decoration'
import { FlowCanvas } from '../canvas/FlowCanvas'
import { useEditor } from '../editor'

/** What became of a version, in the draft or in another version: on the canvas and in words. */
export function DifferenceDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const { flow, definition } = useEditor()
  const versions = useFlowVersions(flow.id).data?.items ?? []
  const [other, setOther] = useState<number | null>(null)
  const before = useFlowVersion(flow.id, version).data?.definition
  const compared = useFlowVersion(flow.id, other).data?.definition
  const after = other === null ? definition : compared
  return (
    <Dialog open onClose={onClose} title={`Since version ${version}`} className="top-[4dvh] max-h-[92dvh] max-w-6xl">
      <Select
        aria-label="Compare with"
        className="mb-3 max-w-56"
        value={other ?? ''}
        onChange={({ target }) => setOther(target.value === '' ? null : Number(target.value))}
      >
        <option value="">The draft</option>
        {versions
          .filter((one) => one.version !== version)
          .map((one) => (
            <option key={one.version} value={one.version}>
              Version {one.version}
            </option>
          ))}
      </Select>
      {before && after ? <Compared before={before} after={after} /> : <Skeleton className="h-96" />}
    </Dialog>
  )
}

function Compared({ before, after }: { before: FlowDefinition; after: FlowDefinition }) {
  const difference = useMemo(() => flowDifference(before, after), [before, after])
  const [selection, select] = useState<readonly string[]>([])
  const both = useMemo(() => {
    const gone = before.states.filter(({ name }) => difference.removed.includes(name))
    return { ...after, states: [...after.states, ...gone] }
  }, [before, after, difference])
  const decorations = useMemo(() => {
    const marks = new Map<string, Decoration>()
    for (const name of difference.added) marks.set(name, { mark: 'added' })
    for (const name of difference.removed) marks.set(name, { mark: 'removed' })
    for (const { state } of difference.changed) marks.set(state, { mark: 'changed' })
    return marks
  }, [difference])
  return (
    <div className="grid gap-4 lg:grid-cols-[1fr_20rem]">
      <div className="h-[55dvh] rounded-md border">
        <ReactFlowProvider>
          <FlowCanvas
            label="What changed"
            definition={both}
            decorations={decorations}
            selection={selection}
            onSelect={select}
            readOnly
          />
        </ReactFlowProvider>
      </div>
      <Words difference={difference} />
    </div>
  )
}

function Words({ difference: { added, removed, moved, changed, whole } }: { difference: FlowDifference }) {
  const groups = [...(whole.length > 0 ? [{ state: 'The flow', changes: whole }] : []), ...changed]
  if (added.length + removed.length + moved.length + groups.length === 0)
    return <p className="text-ink-soft">Nothing is different.</p>
  return (
    <ul aria-label="Changes" className="grid content-start gap-3 text-sm">
      {added.map((name) => (
        <li key={`+${name}`}>
          Added <strong>{name}</strong>
        </li>
      ))}
      {removed.map((name) => (
        <li key={`-${name}`}>
          Removed <strong>{name}</strong>
        </li>
      ))}
      {groups.map(({ state, changes }) => (
        <li key={state}>
          Changed <strong>{state}</strong>
          <ul className="mt-1 grid gap-1.5 text-xs">
            {changes.map(({ path, before, after }) => (
              <li key={path} className="wrap-anywhere">
                <span className="text-ink-faint">{path.replace(/^properties\./, '')}: </span>
                <del className="text-negative">{shown(before)}</del> <span aria-hidden>→</span>{' '}
                <ins className="text-positive no-underline">{shown(after)}</ins>
              </li>
            ))}
          </ul>
        </li>
      ))}
      {moved.length > 0 && <li className="text-ink-faint">Only moved: {moved.join(', ')}</li>}
    </ul>
  )
}

function shown(value: unknown) {
  return value === undefined ? 'nothing' : typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}
