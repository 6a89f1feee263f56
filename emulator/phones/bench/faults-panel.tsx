import { TriangleAlert } from 'lucide-react'
import { clearFaults } from '../api/actions.ts'
import { faults } from '../api/resources.ts'
import { useAction } from '../api/use-action.ts'
import { useResource } from '../api/use-resource.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'

/** Only when something goes wrong on purpose: says so, and ends it. */
export const FaultsPanel = () => {
  const { data } = useResource(faults)
  const { busy, error, run } = useAction()
  const count = data?.rules.length ?? 0
  if (count === 0) return null
  return (
    <section aria-label="Faults" className="grid gap-2 rounded-xl bg-warn-soft p-3 text-warn-ink">
      <p className="flex gap-2">
        <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
        {count === 1 ? 'One fault is' : `${count} faults are`} set: some requests and callbacks go wrong on purpose.
      </p>
      <Button size="small" disabled={busy} onClick={() => void run(clearFaults)}>
        Clear faults
      </Button>
      <Problem sentence={error} />
    </section>
  )
}
