import { setImmediate } from 'node:timers/promises'
import type { CoreContext } from '@/lib/context'
import { getFlow } from '@/lib/services/ivr/get-flow'
import { getRecordingRules } from '@/lib/services/recordings/get-recording-rules'
import { loadSubflows } from '@/lib/services/ivr/load-subflows'
import type { FlowDefinition } from '@/shared/ivr/definition'
import { beginSimulation, continueSimulation, type SimulatedDeed, type SimulatedWorld } from '@/shared/ivr/simulate'
import type { SimulatedWalk } from '@/shared/schemas/flow'

/** Walks through a flow's draft, or the definition that is given, from its beginning. */
export async function simulateFlow(
  ctx: Pick<CoreContext, 'database' | 'clock'>,
  input: {
    id: string
    definition?: FlowDefinition | undefined
    world: SimulatedWorld
    deeds: readonly SimulatedDeed[]
  },
): Promise<SimulatedWalk> {
  const definition = input.definition ?? (await getFlow(ctx, input)).draft
  const subflows = await loadSubflows(ctx, definition)
  const { requestedNotice } = (await getRecordingRules(ctx)).rules
  const world = { recordingNotice: requestedNotice, ...input.world }
  const now = world.at === undefined ? ctx.clock.now() : new Date(world.at)
  let simulation = beginSimulation(definition, world, now, subflows)
  for (const deed of input.deeds) {
    // Others are served between two deeds.
    await setImmediate()
    simulation = continueSimulation(definition, world, now, simulation, deed, subflows)
  }
  const { execution, pending, lines, path } = simulation
  const waitsFor = pending?.wait === 'report' || pending?.wait === 'message' ? pending.wait : null
  return { status: execution.status, endedBy: execution.endedBy, at: execution.at, waitsFor, lines, path }
}
