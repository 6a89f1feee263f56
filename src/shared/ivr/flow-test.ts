import { z } from 'zod'
import type { FlowDefinition } from './definition'
import {
  beginSimulation,
  continueSimulation,
  SimulatedDeed,
  SimulatedWorld,
  type Simulation,
  type Subflows,
} from './simulate'

/** One line of a test: what the person does, or what must have come of it since the last deed. */
export const FlowTestLine = z.union([
  SimulatedDeed,
  z.object({ hears: z.string().min(1).max(1600) }),
  z.object({ receives: z.string().min(1).max(1600) }),
  z.object({ reaches: z.string().min(1).max(128) }),
  z.object({ ends: z.literal(true) }),
])
export type FlowTestLine = z.infer<typeof FlowTestLine>

export const FlowTestScript = z.object({ world: SimulatedWorld, lines: z.array(FlowTestLine).min(1).max(100) })
export type FlowTestScript = z.infer<typeof FlowTestScript>

export type FlowTestResult = { passed: true } | { passed: false; line: number; reason: string }

/** Plays a test against a flow; stops at the first line that does not hold. */
export function playFlowTest(
  definition: FlowDefinition,
  script: FlowTestScript,
  now: Date,
  subflows?: Subflows,
): FlowTestResult {
  const at = script.world.at === undefined ? now : new Date(script.world.at)
  let simulation = beginSimulation(definition, script.world, at, subflows)
  let seen = { lines: 0, path: 0 }
  for (const [index, line] of script.lines.entries()) {
    if ('do' in line) {
      seen = { lines: simulation.lines.length, path: simulation.path.length }
      simulation = continueSimulation(definition, script.world, at, simulation, line, subflows)
      continue
    }
    const reason = objection(simulation, seen, line)
    if (reason !== null) return { passed: false, line: index, reason }
  }
  return { passed: true }
}

function objection(
  simulation: Simulation,
  seen: { lines: number; path: number },
  line: Exclude<FlowTestLine, SimulatedDeed>,
): string | null {
  const fresh = simulation.lines.slice(seen.lines)
  const has = (kind: 'heard' | 'texted', text: string) =>
    fresh.some((candidate) => candidate.kind === kind && candidate.text.toLowerCase().includes(text.toLowerCase()))
  const said = (kind: 'heard' | 'texted') =>
    fresh.flatMap((candidate) => (candidate.kind === kind ? `“${candidate.text}”` : [])).join(', ') || 'nothing'
  if ('hears' in line) return has('heard', line.hears) ? null : `“${line.hears}” was not heard, but ${said('heard')}.`
  if ('receives' in line)
    return has('texted', line.receives) ? null : `“${line.receives}” was not texted, but ${said('texted')}.`
  if ('reaches' in line) {
    const visited = simulation.path.slice(seen.path).map(({ state }) => state)
    return visited.includes(line.reaches)
      ? null
      : `The flow did not come to “${line.reaches}”, but to ${visited.join(', ') || 'no step'}.`
  }
  return simulation.execution.status === 'ended' ? null : 'The flow did not end.'
}
