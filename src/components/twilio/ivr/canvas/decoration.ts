import type { FlowIssue } from '@/shared/ivr/lint/flow-issue'
import type { FlowActivity } from '@/shared/schemas/flow'

export type Mark = 'added' | 'removed' | 'changed'
/** What stands on a box besides itself. */
export type Decoration = {
  issues?: readonly FlowIssue[]
  counts?: FlowActivity['states'][number]
  /** What became of it between two versions. */
  mark?: Mark
  /** The simulator came through, or is here. */
  walk?: 'through' | 'here'
  /** The flow begins here. */
  first?: boolean
}
