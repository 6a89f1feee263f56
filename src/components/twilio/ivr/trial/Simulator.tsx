import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { showToast } from '@/components/ui/show-toast'
import { loadSubflows } from '@/hooks/api/subflows'
import { useNow } from '@/hooks/use-now'
import { useFlowChanges } from '@/hooks/useFlows'
import { useRecordingRules } from '@/hooks/useRecordingRules'
import {
  beginSimulation,
  continueSimulation,
  SimulatedWorld,
  type SimulatedDeed,
  type Simulation,
  type Subflows,
} from '@/shared/ivr/simulate'
import { toastError } from '../../toast-error'
import { useEditor } from '../editor'
import { CallNow } from './CallNow'
import { Deeds } from './Deeds'
import { waitingFor } from './deeds-for'
import { scriptOf } from './script-of'
import { Transcript } from './Transcript'
import { WorldFields } from './WorldFields'

const channels = [
  { value: 'call', label: 'Caller' },
  { value: 'message', label: 'Texter' },
] as const

type Walk = {
  world: SimulatedWorld
  subflows: Subflows
  deeds: SimulatedDeed[]
  simulation: Simulation
  definition: ReturnType<typeof useEditor>['definition']
}

/** Walks through the flow on the canvas as a caller or texter, on the engine of live calls. Nothing goes out. */
export function Simulator() {
  const { flow, definition, setPath, reveal, readOnly } = useEditor()
  const [channel, setChannel] = useState<'call' | 'message'>('call')
  const [around, setAround] = useState(() => SimulatedWorld.parse({}))
  const [walk, setWalk] = useState<Walk | null>(null)
  const { saveTest } = useFlowChanges()
  const recording = useRecordingRules()
  const now = useNow(60_000)
  const show = (next: Walk | null) => {
    setWalk(next)
    const path = next?.simulation.path ?? []
    setPath(path)
    const here = path.at(-1)?.state
    if (here !== undefined) reveal(here)
  }
  const begin = async () => {
    const recordingNotice = recording.data?.rules.requestedNotice ?? null
    const world = { ...around, channel, recordingNotice, body: channel === 'message' ? around.body || 'Hello' : '' }
    const subflows = await loadSubflows(definition)
    show({
      world,
      subflows,
      deeds: [],
      definition,
      simulation: beginSimulation(definition, world, at(world, now), subflows),
    })
  }
  const act = (deed: SimulatedDeed) =>
    walk &&
    show({
      ...walk,
      deeds: [...walk.deeds, deed],
      simulation: continueSimulation(
        walk.definition,
        walk.world,
        at(walk.world, now),
        walk.simulation,
        deed,
        walk.subflows,
      ),
    })
  const save = () =>
    walk &&
    saveTest.mutate(
      {
        flowId: flow.id,
        id: null,
        name: `${walk.world.channel === 'call' ? 'Call' : 'Text'}: ${walk.deeds.map(wordOf).join(', ') || 'only listens'}`.slice(
          0,
          120,
        ),
        script: scriptOf(walk.world, walk.deeds, walk.simulation),
      },
      {
        onSuccess: ({ name }) => showToast(`Saved as the test “${name}”.`),
        onError: (error) => toastError('The test was not saved.', error),
      },
    )
  const waits = walk && waitingFor(walk.definition, walk.simulation)
  return (
    <div className="flex flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b p-3">
        <SegmentedControl label="Walk as" value={channel} options={channels} onChange={setChannel} />
        <Button
          variant="primary"
          onClick={() =>
            void begin().catch((error: unknown) => toastError('The flows within this one could not be read.', error))
          }
        >
          {walk ? 'Start again' : channel === 'call' ? 'Call' : 'Text'}
        </Button>
        {walk && (
          <Button
            disabledReason={readOnly ?? (walk.simulation.lines.length === 0 ? 'Nothing was heard yet.' : undefined)}
            busy={saveTest.isPending}
            onClick={save}
          >
            Save as a test
          </Button>
        )}
      </div>
      <WorldFields definition={definition} world={around} onChange={setAround} />
      {!walk && (
        <p className="p-4 text-ink-soft">
          Walks through the draft as it is on the canvas. Nobody is called and nothing is sent.
        </p>
      )}
      {walk && walk.definition !== definition && (
        <p className="px-4 pt-3 text-caution">The flow has changed since: start again to hear it.</p>
      )}
      {walk && <Transcript simulation={walk.simulation} />}
      {channel === 'call' && !waits && <CallNow />}
      {walk && waits && <Deeds waits={waits} isCall={walk.world.channel === 'call'} onAct={act} />}
    </div>
  )
}

function at(world: SimulatedWorld, now: Date) {
  return world.at === undefined ? now : new Date(world.at)
}

function wordOf(deed: SimulatedDeed) {
  if (deed.do === 'press') return deed.digits
  if (deed.do === 'say') return `“${deed.text}”`
  return deed.do === 'text' ? `“${deed.body}”` : deed.do
}
