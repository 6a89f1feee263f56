import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { resetEmulator } from '../api/actions.ts'
import { useAction } from '../api/use-action.ts'
import { announce } from '../parts/announcer.tsx'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'

export const ResetPanel = () => {
  const [asking, setAsking] = useState(false)
  const { busy, error, run } = useAction()
  const reset = async (): Promise<void> => {
    if (!(await run(resetEmulator))) return
    setAsking(false)
    announce('The emulator is empty again.')
  }
  return (
    <section aria-labelledby="reset-title" className="grid gap-2">
      <h3 id="reset-title" className="font-semibold">
        Start over
      </h3>
      <p className="text-muted">
        Forgets all handsets, messages, calls, recordings and webhooks here. The firm’s numbers stay.
      </p>
      {asking ? (
        <div className="grid grid-cols-2 gap-2">
          <Button onClick={() => setAsking(false)}>Keep everything</Button>
          <Button look="bad" disabled={busy} onClick={() => void reset()}>
            Forget it all
          </Button>
        </div>
      ) : (
        <Button onClick={() => setAsking(true)}>
          <RotateCcw aria-hidden size={16} />
          Reset the emulator…
        </Button>
      )}
      <Problem sentence={error} />
    </section>
  )
}
