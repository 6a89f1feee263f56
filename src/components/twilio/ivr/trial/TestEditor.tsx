import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useFlowChanges } from '@/hooks/useFlows'
import type { FlowTest } from '@/shared/schemas/flow'
import { ErrorNotice } from '../../ErrorNotice'
import { useEditor } from '../editor'
import { fieldsOf, lineKinds, lineOf, type LineFields, type LineKind } from './line-fields'
import { WorldFields } from './WorldFields'

type Row = LineFields & { key: number }

/** Changes a saved test: what the person does and what must be heard, line by line. */
export function TestEditor({ test, onClose }: { test: FlowTest; onClose: () => void }) {
  const { definition } = useEditor()
  const { saveTest } = useFlowChanges()
  const [name, setName] = useState(test.name)
  const [world, setWorld] = useState(test.script.world)
  const [rows, setRows] = useState<Row[]>(() => test.script.lines.map((line, key) => ({ ...fieldsOf(line), key })))
  const [isChecked, setIsChecked] = useState(false)
  const put = (at: number, change: Partial<LineFields>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)))
  const move = (from: number, to: number) => {
    const row = rows[from]
    if (row) setRows(rows.toSpliced(from, 1).toSpliced(to, 0, row))
  }
  const add = () =>
    setRows([...rows, { kind: 'hears', value: '', key: Math.max(-1, ...rows.map(({ key }) => key)) + 1 }])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    const lines = rows.flatMap((row) => lineOf(row) ?? [])
    if (lines.length < rows.length || lines.length === 0) return
    saveTest.mutate(
      { flowId: test.flowId, id: test.id, name, script: { world, lines } },
      {
        onSuccess: () => {
          showToast('The test is saved.')
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title="Change the test" shape="panel">
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <ol aria-label="Lines" className="grid gap-2">
          {rows.map((row, index) => (
            <li key={row.key} className="grid gap-1.5 rounded-md border p-2">
              <div className="flex items-center gap-1">
                <Select
                  aria-label={`Line ${index + 1}`}
                  value={row.kind}
                  onChange={({ target }) => put(index, { kind: kindOf(target.value) })}
                >
                  {lineKinds.map(({ kind, label }) => (
                    <option key={kind} value={kind}>
                      {label}
                    </option>
                  ))}
                </Select>
                <Button
                  variant="quiet"
                  size="icon-small"
                  label={`Move line ${index + 1} up`}
                  disabledReason={index === 0 ? 'It is the first.' : undefined}
                  onClick={() => move(index, index - 1)}
                >
                  <ArrowUp />
                </Button>
                <Button
                  variant="quiet"
                  size="icon-small"
                  label={`Move line ${index + 1} down`}
                  disabledReason={index === rows.length - 1 ? 'It is the last.' : undefined}
                  onClick={() => move(index, index + 1)}
                >
                  <ArrowDown />
                </Button>
                <Button
                  variant="quiet"
                  size="icon-small"
                  label={`Remove line ${index + 1}`}
                  onClick={() => setRows(rows.toSpliced(index, 1))}
                >
                  <Trash2 />
                </Button>
              </div>
              <LineValue row={row} index={index} isChecked={isChecked} onChange={(value) => put(index, { value })} />
            </li>
          ))}
        </ol>
        <Button size="small" className="justify-self-start" onClick={add}>
          <Plus aria-hidden /> Add a line
        </Button>
        <div className="-mx-5">
          <WorldFields definition={definition} world={world} onChange={setWorld} />
        </div>
        {saveTest.error && <ErrorNotice error={saveTest.error} what="The test was not saved." />}
        {isChecked && rows.length === 0 && (
          <p role="alert" className="text-negative">
            A test needs at least one line.
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={saveTest.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type LineValueProps = { row: LineFields; index: number; isChecked: boolean; onChange: (value: string) => void }

function LineValue({ row, index, isChecked, onChange }: LineValueProps) {
  const needs = lineKinds.find(({ kind }) => kind === row.kind)?.value ?? null
  if (needs === null) return null
  const isWrong = isChecked && lineOf(row) === null
  return (
    <Input
      aria-label={`${needs} of line ${index + 1}`}
      aria-invalid={isWrong || undefined}
      placeholder={needs}
      value={row.value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

function kindOf(value: string): LineKind {
  return lineKinds.find(({ kind }) => kind === value)?.kind ?? 'hears'
}
