import { Link } from '@tanstack/react-router'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useSettleRefusal, useWaitingRefusals } from '@/hooks/useOptOuts'
import type { OptOutSuggestion } from '@/shared/schemas/opt-out-suggestion'
import { ErrorNotice } from '../../ErrorNotice'
import { PhoneNumber } from '../../PhoneNumber'
import { Time } from '../../Time'
import { toastError } from '../../toast-error'

/** Texts that may ask to be left alone: until somebody decides, nothing is sent there by itself. */
export function WaitingRefusals() {
  const { data, error } = useWaitingRefusals()
  if (error && !data) return <ErrorNotice error={error} what="The texts that may be refusals could not be read." />
  if (!data || data.items.length === 0) return null
  return (
    <Card title="Do they want no more texts?">
      <ul aria-label="Possible refusals" className="divide-y">
        {data.items.map((refusal) => (
          <Refusal key={refusal.id} refusal={refusal} />
        ))}
      </ul>
    </Card>
  )
}

function Refusal({ refusal }: { refusal: OptOutSuggestion }) {
  const settle = useSettleRefusal()
  const reason = useForbidden()('opt_outs.write')
  const decide = (verb: 'confirm' | 'dismiss') =>
    settle.mutate(
      { id: refusal.id, verb },
      {
        onSuccess: () => showToast(verb === 'confirm' ? 'Opted out. No more texts go there.' : 'Noted: no refusal.'),
        onError: (error) => toastError('It was not decided.', error),
      },
    )
  const busy = (verb: string) => settle.isPending && settle.variables.verb === verb
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <Link
            to="/messages/$conversationId"
            params={{ conversationId: refusal.conversationId }}
            className="font-medium text-accent-ink hover:underline"
          >
            <PhoneNumber value={refusal.phoneNumber} className="tabular" />
          </Link>
          <Time at={refusal.createdAt} className="text-sm text-ink-faint tabular" />
        </p>
        <p className="break-words text-ink-soft">
          <Marked words={refusal.words} phrase={refusal.phrase} />
        </p>
      </div>
      <span className="flex gap-2">
        <Button
          size="small"
          variant="primary"
          busy={busy('confirm')}
          disabledReason={reason}
          onClick={() => decide('confirm')}
        >
          Opt out
        </Button>
        <Button size="small" busy={busy('dismiss')} disabledReason={reason} onClick={() => decide('dismiss')}>
          No, keep texting
        </Button>
      </span>
    </li>
  )
}

/** The words, with the part that says so marked. */
function Marked({ words, phrase }: { words: string; phrase: string }) {
  const at = words.toLowerCase().indexOf(phrase.toLowerCase())
  if (at < 0) return <q>{words}</q>
  return (
    <q>
      {words.slice(0, at)}
      <mark className="rounded bg-caution-soft text-caution">{words.slice(at, at + phrase.length)}</mark>
      {words.slice(at + phrase.length)}
    </q>
  )
}
