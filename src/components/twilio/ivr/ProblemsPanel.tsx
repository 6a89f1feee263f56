import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { FlowIssue } from '@/shared/ivr/lint/flow-issue'
import { useEditor } from './editor'

/** What is wrong with the draft; each leads to its step. */
export function ProblemsPanel() {
  const { issues } = useEditor()
  if (issues.length === 0) {
    return (
      <p className="flex items-center gap-2 p-4 text-ink-soft">
        <CircleCheck aria-hidden className="size-4 text-positive" /> Nothing is wrong.
      </p>
    )
  }
  return <IssueList issues={issues} />
}

export function IssueList({ issues, onJump }: { issues: readonly FlowIssue[]; onJump?: () => void }) {
  const { jump, definition } = useEditor()
  return (
    <ul aria-label="Problems" className="divide-y">
      {issues.map((issue, index) => {
        const Icon = issue.level === 'error' ? CircleAlert : TriangleAlert
        return (
          <li key={index}>
            <button
              type="button"
              className="flex w-full gap-2 px-4 py-2.5 text-left hover:bg-hover"
              onClick={() => {
                onJump?.()
                setTimeout(() => jump(issue.state ?? definition.initial_state))
              }}
            >
              <Icon
                aria-hidden
                className={
                  issue.level === 'error'
                    ? 'mt-0.5 size-4 shrink-0 text-negative'
                    : 'mt-0.5 size-4 shrink-0 text-caution'
                }
              />
              <span>
                <span className="font-medium">{issue.state ?? 'The flow'}</span>
                <span className="sr-only">{issue.level === 'error' ? ', error' : ', warning'}</span>
                <span className="block text-ink-soft">{issue.message}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
