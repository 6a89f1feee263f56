import type { FlowTestLine, FlowTestScript } from '@/shared/ivr/flow-test'
import type { SimulatedDeed, SimulatedWorld, Simulation } from '@/shared/ivr/simulate'

/** A walk as a test: what was done, what had to be heard after it, and that it ended. */
export function scriptOf(
  world: SimulatedWorld,
  deeds: readonly SimulatedDeed[],
  simulation: Simulation,
): FlowTestScript {
  const left = [...deeds]
  const lines = simulation.lines.flatMap((line): FlowTestLine[] => {
    if (line.kind === 'heard') return [{ hears: line.text }]
    if (line.kind === 'texted') return [{ receives: line.text }]
    const deed = line.kind === 'did' ? left.shift() : undefined
    return deed ? [deed] : []
  })
  const end: FlowTestLine[] = simulation.execution.status === 'ended' ? [{ ends: true }] : []
  return { world, lines: [...lines, ...end].slice(0, 100) }
}
