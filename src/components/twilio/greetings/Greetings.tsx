import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { useGreetings } from '@/hooks/useGreetings'
import { ErrorNotice } from '../ErrorNotice'
import { GreetingRow } from './GreetingRow'
import { NewGreeting } from './NewGreeting'

/** What is left on somebody's voicemail: one's own greetings and everybody's. */
export function Greetings() {
  const { data, error, refetch } = useGreetings()
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title="Greetings for voicemails"
      aside={
        <Button size="small" onClick={() => setAdding(true)}>
          <Plus aria-hidden /> Add
        </Button>
      }
    >
      {error && !data && (
        <ErrorNotice error={error} what="The greetings could not be read." onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton className="m-4 h-12" />}
      {data?.items.length === 0 && (
        <p className="p-4 text-ink-soft">
          None yet. With one, a call that a voicemail answers is left to EVA: it says the greeting after the tone while
          you go on to the next.
        </p>
      )}
      {data && data.items.length > 0 && (
        <ul aria-label="Greetings" className="divide-y">
          {data.items.map((greeting) => (
            <GreetingRow key={greeting.id} greeting={greeting} />
          ))}
        </ul>
      )}
      <CallerSounds />
      {adding && <NewGreeting heardBy="machines" onClose={() => setAdding(false)} />}
    </Card>
  )
}

/** What numbers of ours have as their voicemail greeting; made where the number is set. */
function CallerSounds() {
  const { data } = useGreetings('callers')
  if (!data || data.items.length === 0) return null
  return (
    <section className="border-t">
      <h3 className="px-4 pt-3 text-sm font-medium text-ink-soft">Heard by callers whom nobody answers</h3>
      <ul aria-label="Sounds for callers" className="divide-y">
        {data.items.map((greeting) => (
          <GreetingRow key={greeting.id} greeting={greeting} />
        ))}
      </ul>
    </section>
  )
}
