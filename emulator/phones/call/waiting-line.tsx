import { Ear } from 'lucide-react'
import type { CallDetail } from '../api/schemas.ts'

const sentences = {
  answer: 'Waiting for somebody to pick up',
  gather: 'Waiting for you: press keys or say something',
  record: 'Recording: speak after the beep',
} as const

/** What the other side waits for now; keeps its place when it waits for nothing. */
export const WaitingLine = ({ waitingFor }: { waitingFor: CallDetail['waitingFor'] }) => (
  <output
    className={`flex min-h-7 items-center gap-2 rounded-lg px-3 py-1 text-xs ${waitingFor ? 'bg-accent-soft text-accent-ink' : ''}`}
  >
    {waitingFor ? (
      <>
        <Ear aria-hidden size={14} />
        {sentences[waitingFor]}
      </>
    ) : (
      <span className="text-muted">Nothing is asked of you just now</span>
    )}
  </output>
)
