import { z } from 'zod'

/** `cost` as PostgreSQL reckons it for the whole statement. */
export type Finding = { what: string; cost: number }

export type PlanNode = { 'Node Type': string; 'Relation Name'?: string; 'Total Cost': number; Plans?: PlanNode[] }
const PlanNode: z.ZodType<PlanNode> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Total Cost': z.number(),
  get Plans() {
    return z.array(PlanNode).optional()
  },
})
const Plans = z.tuple([z.object({ Plan: PlanNode })])

/** A table from so many rows on is one that grows. */
const largeRows = 20_000
/** What costs more than this reads thousands of pages, by whatever way. */
const dearCost = 5_000

export function readPlan(plan: unknown): PlanNode {
  return Plans.parse(plan)[0].Plan
}

/** What is wrong with a plan: large tables read from end to end, or else that it is dear. */
export function findProblems(plan: PlanNode, sizes: ReadonlyMap<string, number>): Finding[] {
  const cost = plan['Total Cost']
  const scans = flatten(plan).filter(
    (node) => node['Node Type'] === 'Seq Scan' && (sizes.get(node['Relation Name'] ?? '') ?? 0) >= largeRows,
  )
  const tables = [...new Set(scans.map((node) => node['Relation Name']))]
  if (tables.length > 0) return [{ what: `reads all of ${tables.join(', ')}`, cost }]
  return cost > dearCost ? [{ what: 'dear', cost }] : []
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)]
}
