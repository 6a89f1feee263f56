import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { connectState } from '@/shared/ivr/edit/connect-state'
import { waysOut } from '@/shared/ivr/edit/ways-out'
import { useEditor } from './editor'
import { wayWords } from './event-words'
import { StepList } from './StepFinder'

/** Connects a step by keyboard: which way out, and where it leads. */
export function ConnectDialog({ from, onClose }: { from: string; onClose: () => void }) {
  const { definition, change } = useEditor()
  const state = definition.states.find(({ name }) => name === from)
  const ways = state ? waysOut(state) : []
  const [chosen, setChosen] = useState(
    () => (ways.find(({ transition }) => transition.next === undefined) ?? ways[0])?.key ?? '',
  )
  return (
    <Dialog open onClose={onClose} title={`Connect “${from}”`}>
      {ways.length === 0 ? (
        <p className="text-ink-soft">This step has no way out yet. Add a branch in its form first.</p>
      ) : (
        <div className="grid gap-3">
          <StepList
            label="Lead to"
            except={from}
            onChoose={(to) => {
              change((now) => connectState(now, { from, way: chosen, to }))
              onClose()
            }}
          />
          <Field label="When">
            {(control) => (
              <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
                {ways.map((way) => (
                  <option key={way.key} value={way.key}>
                    {wayWords(way)} → {way.transition.next ?? 'the flow ends'}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
    </Dialog>
  )
}
