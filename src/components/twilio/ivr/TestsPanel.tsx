import { CircleCheck, CircleX, FlaskConical, Pencil, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useFlowChanges, useFlowTests } from '@/hooks/useFlows'
import type { FlowTest } from '@/shared/schemas/flow'
import { ErrorNotice } from '../ErrorNotice'
import { toastError } from '../toast-error'
import { useEditor } from './editor'
import { lineWords } from './trial/line-fields'
import { TestEditor } from './trial/TestEditor'

/** The saved tests, run against the canvas; publishing runs them all. */
export function TestsPanel() {
  const { flow, definition, readOnly } = useEditor()
  const { data } = useFlowTests(flow.id)
  const { runTests, deleteTest } = useFlowChanges()
  const [editing, setEditing] = useState<FlowTest | null>(null)
  const tests = data?.items ?? []
  if (data && tests.length === 0) {
    return (
      <EmptyState icon={FlaskConical} title="No tests yet">
        <p>Walk through the flow under “Try it” and save the walk. It is run before each publishing.</p>
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-3 p-4">
      <Button
        className="justify-self-start"
        variant="primary"
        busy={runTests.isPending}
        onClick={() => runTests.mutate({ id: flow.id, definition })}
      >
        <Play aria-hidden /> Run all
      </Button>
      {runTests.error && <ErrorNotice error={runTests.error} what="The tests were not run." />}
      <ul aria-label="Tests" className="divide-y rounded-md border">
        {tests.map((test) => {
          const { id, name, script } = test
          const run = runTests.data?.items.find((one) => one.id === id)
          return (
            <li key={id} className="grid gap-1 px-3 py-2">
              <div className="flex items-center gap-2">
                <span className="mr-auto font-medium wrap-anywhere">{name}</span>
                <Button
                  variant="quiet"
                  size="icon-small"
                  label={`Change the test ${name}`}
                  disabledReason={readOnly}
                  onClick={() => setEditing(test)}
                >
                  <Pencil />
                </Button>
                <Button
                  variant="quiet"
                  size="icon-small"
                  label={`Delete the test ${name}`}
                  disabledReason={readOnly}
                  onClick={() =>
                    deleteTest.mutate(
                      { flowId: flow.id, id },
                      { onError: (error) => toastError('The test was not deleted.', error) },
                    )
                  }
                >
                  <Trash2 />
                </Button>
              </div>
              {run && (
                <p className={run.passed ? 'flex gap-1.5 text-sm text-positive' : 'flex gap-1.5 text-sm text-negative'}>
                  {run.passed ? (
                    <CircleCheck aria-hidden className="size-4 shrink-0" />
                  ) : (
                    <CircleX aria-hidden className="size-4 shrink-0" />
                  )}
                  {run.passed ? 'Passed' : `Failed at line ${(run.line ?? 0) + 1}: ${run.reason}`}
                </p>
              )}
              <details className="text-xs text-ink-soft">
                <summary>{script.lines.length} lines</summary>
                <ol className="mt-1 list-decimal pl-5">
                  {script.lines.map((line, index) => (
                    <li key={index}>{lineWords(line)}</li>
                  ))}
                </ol>
              </details>
            </li>
          )
        })}
      </ul>
      {editing && <TestEditor test={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
