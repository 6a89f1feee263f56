import { useState, type FormEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useForbidden } from '@/hooks/useMe'
import { useUpdateNumber } from '@/hooks/useNumbers'
import type { OurNumber } from '@/shared/schemas/number'
import { ErrorNotice } from '../ErrorNotice'
import { formatPhoneNumber } from '../format/format-phone-number'
import { textOf } from '../text-of'
import { answerChange } from './answer/answer-change'
import { HoursPart } from './answer/HoursPart'
import { RingFields } from './answer/RingFields'
import { CallBackField } from './answer/CallBackField'
import { TextBackField } from './answer/TextBackField'
import { VoicemailGreetingField } from './answer/VoicemailGreetingField'
import { AtAnyHour } from './numbers/AtAnyHour'
import { FlowsPart } from './numbers/FlowsPart'
import { ReleaseNumber } from './numbers/ReleaseNumber'
import { TwilioSettings } from './numbers/TwilioSettings'

const capabilities = [
  ['voice', 'Calls'],
  ['sms', 'Texts'],
  ['mms', 'Pictures'],
] as const

/** One of our numbers: what it can do, and what a caller hears. */
export function NumberCard({ number }: { number: OurNumber }) {
  const update = useUpdateNumber(number.id)
  const forbidden = useForbidden()
  const reason = forbidden('numbers.write')
  const readOnly = reason !== undefined
  const [answer, setAnswer] = useState(number.answer)
  const { flowId, textFlowId } = number.answer
  const part = {
    answer,
    readOnly: reason,
    onChange: (change: Partial<typeof answer>) => setAnswer((present) => ({ ...present, ...change })),
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (readOnly) return
    update.mutate(
      {
        friendlyName: textOf(form, 'friendlyName'),
        answer: {
          greeting: textOf(form, 'greeting'),
          ...answerChange(answer),
          whisper: textOf(form, 'whisper'),
          whisperNeedsKey: form.has('whisperNeedsKey'),
          ringSeconds: Number(textOf(form, 'ringSeconds')),
        },
      },
      { onSuccess: () => showToast(`${formatPhoneNumber(number.phoneNumber)} is saved.`) },
    )
  }
  return (
    <Card
      title={formatPhoneNumber(number.phoneNumber)}
      aside={
        <span className="flex gap-1.5">
          {capabilities
            .filter(([name]) => number.capabilities[name])
            .map(([name, word]) => (
              <Badge key={name}>{word}</Badge>
            ))}
        </span>
      }
    >
      <div className="grid gap-4 px-4 pt-4">
        <TwilioSettings number={number} />
        <FlowsPart number={number} />
      </div>
      <form className="grid gap-4 p-4 md:grid-cols-2" onSubmit={submit}>
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              name="friendlyName"
              required
              maxLength={64}
              readOnly={readOnly}
              defaultValue={
                number.friendlyName === number.phoneNumber ? formatPhoneNumber(number.phoneNumber) : number.friendlyName
              }
            />
          )}
        </Field>
        <Field label="Ring for (seconds)">
          {(control) => (
            <Input
              {...control}
              name="ringSeconds"
              type="number"
              required
              min={5}
              max={120}
              readOnly={readOnly}
              defaultValue={answer.ringSeconds}
              className="tabular"
            />
          )}
        </Field>
        <Field label="Greeting" hint="What a caller hears first.">
          {(control) => (
            <Textarea
              {...control}
              name="greeting"
              required
              rows={3}
              maxLength={1000}
              readOnly={readOnly}
              defaultValue={answer.greeting}
            />
          )}
        </Field>
        <VoicemailGreetingField {...part} />
        <Field label="Whisper" hint="What your colleague hears before the caller is connected.">
          {(control) => (
            <Input
              {...control}
              name="whisper"
              required
              maxLength={500}
              readOnly={readOnly}
              defaultValue={answer.whisper}
            />
          )}
        </Field>
        <label className="flex items-start gap-2 md:col-span-2">
          <input
            type="checkbox"
            name="whisperNeedsKey"
            disabled={readOnly}
            defaultChecked={answer.whisperNeedsKey}
            className="mt-1 accent-accent"
          />
          <span>
            Press 1 to take a call
            <span className="block text-sm text-ink-faint">
              Without the key the caller goes on to your voicemail, so a colleague’s own voicemail never takes the call.
            </span>
          </span>
        </label>
        <div className="border-t pt-4 md:col-span-2">
          <RingFields {...part} />
        </div>
        <div className="border-t pt-4 md:col-span-2">
          <HoursPart {...part} />
        </div>
        <div className="grid gap-3 border-t pt-4 md:col-span-2">
          <CallBackField {...part} />
          <TextBackField {...part} />
        </div>
        {update.error && (
          <ErrorNotice error={update.error} what="The number was not saved." className="md:col-span-2" />
        )}
        <div className="flex justify-end gap-2 md:col-span-2">
          <ReleaseNumber number={number} />
          <Button type="submit" variant="primary" busy={update.isPending} disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
      <AtAnyHour draft={{ ...answer, flowId, textFlowId }} saved={number.answer} />
    </Card>
  )
}
