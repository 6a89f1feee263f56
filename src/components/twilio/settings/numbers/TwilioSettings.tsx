import { CircleAlert, CircleCheck } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useNumberChanges } from '@/hooks/useNumbers'
import type { NumberProblem, OurNumber } from '@/shared/schemas/number'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { Time } from '../../Time'
import { toastError } from '../../toast-error'

const names: Record<NumberProblem['setting'], string> = {
  voice: 'Calls',
  voice_fallback: 'Calls, when we do not answer',
  status: 'What became of calls',
  texts: 'Texts',
  texts_fallback: 'Texts, when we do not answer',
  voice_application: 'An application takes the calls',
  texts_application: 'An application takes the texts',
  trunk: 'A trunk takes the calls',
  messaging_service: 'A messaging service takes the texts',
  account: 'Twilio does not have this number in the account any more.',
}

/** Whether Twilio asks us about a number, as far as it was last looked at; made so by one press. */
export function TwilioSettings({ number }: { number: OurNumber }) {
  const { repair } = useNumberChanges()
  const reason = useForbidden()('numbers.write')
  if (number.checkedAt === null)
    return <p className="text-sm text-ink-faint">Whether Twilio asks us about this number was not checked yet.</p>
  if (number.problems.length === 0) {
    return (
      <p className="flex flex-wrap items-center gap-1.5 text-sm text-positive">
        <CircleCheck aria-hidden className="size-4" /> Twilio asks us about its calls and texts.
        <span className="text-ink-faint">
          Checked <Time at={number.checkedAt} />
        </span>
      </p>
    )
  }
  const isMendable = number.problems.some(({ setting }) => setting !== 'account' && setting !== 'messaging_service')
  const mend = () =>
    repair.mutate(number.id, {
      onSuccess: () => showToast(`Twilio asks us about ${formatPhoneNumber(number.phoneNumber)} now.`),
      onError: (error) => toastError('The number was not repaired.', error),
    })
  return (
    <section aria-label="At Twilio" className="grid gap-2 rounded-md bg-caution-soft p-3 text-sm">
      <p className="flex items-center gap-1.5 font-medium text-caution">
        <CircleAlert aria-hidden className="size-4" /> Some of it does not come to us
      </p>
      <ul className="grid gap-1.5">
        {number.problems.map(({ setting, kind, found, wanted }) => (
          <li key={setting} className="wrap-anywhere">
            <span className="font-medium">{names[setting]}</span>
            {kind === 'retries' ? ' come here, but Twilio would not ask again when we are slow.' : ''}
            {kind === 'elsewhere' && (
              <>
                : <del className="text-negative">{found === '' ? 'nobody' : found}</del> <span aria-hidden>→</span>{' '}
                <ins className="text-positive no-underline">{wanted.split('#', 1)[0]}</ins>
              </>
            )}
            {kind === 'overridden' && `: ${found}`}
            {setting === 'messaging_service' &&
              '. Let it use the webhook of the number, in Twilio’s console: the service serves other numbers too.'}
          </li>
        ))}
      </ul>
      {isMendable && (
        <Button className="justify-self-start" busy={repair.isPending} disabledReason={reason} onClick={mend}>
          Repair
        </Button>
      )}
    </section>
  )
}
