import { z } from 'zod'
import { FlowDefinition } from '../ivr/definition'
import { FlowTestScript } from '../ivr/flow-test'
import { SimulatedDeed, SimulatedWorld } from '../ivr/simulate'
import { PageQuery } from './page'

const name = z.string().trim().min(1, 'Give the flow a name.').max(120)

/** A flow as lists show it. */
export const Flow = z.object({
  id: z.uuid(),
  name: z.string(),
  flowSid: z.string(),
  draftRevision: z.number().int(),
  draftSavedBy: z.string(),
  draftSavedAt: z.iso.datetime(),
  publishedVersion: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
})
export type Flow = z.infer<typeof Flow>

export const FlowWithDraft = Flow.extend({ draft: FlowDefinition })
export type FlowWithDraft = z.infer<typeof FlowWithDraft>

export const CreateFlowInput = z.strictObject({ name, definition: FlowDefinition.optional() })
export const RenameFlowInput = z.strictObject({ name })
/** `revision` is that of the draft which was changed: somebody else's newer one is not overwritten. */
export const SaveDraftInput = z.strictObject({ definition: FlowDefinition, revision: z.number().int().min(0) })
export const PublishFlowInput = z.strictObject({
  message: z.string().trim().max(500).default(''),
  revision: z.number().int().min(0),
})
export const ListFlowsQuery = PageQuery.extend({ cursor: z.string().max(1000).optional() })

export const FlowVersion = z.object({
  flowId: z.uuid(),
  version: z.number().int(),
  message: z.string(),
  publishedBy: z.string(),
  publishedAt: z.iso.datetime(),
})
export type FlowVersion = z.infer<typeof FlowVersion>
export const FlowVersionWithDefinition = FlowVersion.extend({ definition: FlowDefinition })
export type FlowVersionWithDefinition = z.infer<typeof FlowVersionWithDefinition>

export const FlowIssueSchema = z.object({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  state: z.string().nullable(),
  message: z.string(),
})

/** Calls or texts that came to a state, those that are in it now, and those that ended in it. */
export const FlowActivity = z.object({
  version: z.number().int(),
  executions: z.number().int(),
  active: z.number().int(),
  states: z.array(
    z.object({
      state: z.string(),
      entered: z.number().int(),
      active: z.number().int(),
      ended: z.number().int(),
      failed: z.number().int(),
    }),
  ),
})
export type FlowActivity = z.infer<typeof FlowActivity>

export const FlowTest = z.object({ id: z.uuid(), flowId: z.uuid(), name: z.string(), script: FlowTestScript })
export type FlowTest = z.infer<typeof FlowTest>
export const SaveFlowTestInput = z.strictObject({ name, script: FlowTestScript })

export const FlowTestRun = z.object({
  id: z.uuid(),
  name: z.string(),
  passed: z.boolean(),
  line: z.number().int().nullable(),
  reason: z.string().nullable(),
})
export type FlowTestRun = z.infer<typeof FlowTestRun>

/** The draft, or what is on the canvas and not saved yet. */
export const SimulateFlowInput = z.strictObject({
  definition: FlowDefinition.optional(),
  world: SimulatedWorld.default(() => SimulatedWorld.parse({})),
  deeds: z.array(SimulatedDeed).max(200).default([]),
})
export const ValidateFlowInput = z.strictObject({ definition: FlowDefinition.optional() })

export const SimulatedWalk = z.object({
  status: z.enum(['active', 'ended']),
  endedBy: z.string().nullable(),
  at: z.string().nullable(),
  /** What the person is to do: give a `report` (keys, words, a recording, an answer), write a `message`, or nothing any more. */
  waitsFor: z.enum(['report', 'message']).nullable(),
  lines: z.array(
    z.object({ kind: z.enum(['heard', 'texted', 'did', 'happened']), text: z.string(), to: z.string().optional() }),
  ),
  path: z.array(
    z.object({ state: z.string(), type: z.string(), event: z.string().nullable(), failure: z.string().nullable() }),
  ),
})
export type SimulatedWalk = z.infer<typeof SimulatedWalk>
