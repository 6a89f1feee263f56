import { TriangleAlert, X } from 'lucide-react'
import { clearFaults, removeFault } from '../api/actions.ts'
import { faults, phones } from '../api/resources.ts'
import type { FaultRule } from '../api/schemas.ts'
import { useAction } from '../api/use-action.ts'
import { useResource } from '../api/use-resource.ts'
import { announce } from '../parts/announcer.tsx'
import { Button } from '../parts/button.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { Problem } from '../parts/problem.tsx'
import { describeFault } from './describe-fault.ts'
import { FaultForm } from './fault-form.tsx'

/** What goes wrong on purpose now, with the way to end it. */
const ActiveFaults = ({ rules }: { rules: FaultRule[] }) => {
  const { busy, error, run } = useAction()
  const act = async (work: () => Promise<void>, said: string): Promise<void> => {
    if (await run(work)) announce(said)
  }
  return (
    <div className="grid gap-2 rounded-xl bg-warn-soft p-3 text-warn-ink">
      <ul aria-label="Active faults" className="grid gap-1">
        {rules.map((rule, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rules have no other name than their place
          <li key={index} className="flex items-center gap-2">
            <TriangleAlert aria-hidden size={16} className="shrink-0" />
            <span className="min-w-0 flex-1 wrap-anywhere">{describeFault(rule)}</span>
            <IconButton
              icon={X}
              label={`Remove: ${describeFault(rule)}`}
              disabled={busy}
              className="-my-1 text-warn-ink"
              onClick={() => void act(() => removeFault(index), 'The fault is removed.')}
            />
          </li>
        ))}
      </ul>
      <Button size="small" disabled={busy} onClick={() => void act(clearFaults, 'Nothing goes wrong on purpose now.')}>
        Remove all faults
      </Button>
      <Problem sentence={error} />
    </div>
  )
}

export const FaultsPanel = () => {
  const { data, error } = useResource(faults)
  const all = useResource(phones).data ?? []
  return (
    <section aria-labelledby="faults-title" className="grid gap-3">
      <h3 id="faults-title" className="font-semibold">
        Faults
      </h3>
      {data && data.rules.length > 0 ? <ActiveFaults rules={data.rules} /> : null}
      <Problem sentence={error} />
      {data ? (
        <FaultForm key={data.seed} seed={data.seed} phoneNumbers={all.map((phone) => phone.phoneNumber)} />
      ) : null}
    </section>
  )
}
