import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, Textarea } from '@/components/ui/input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { greetingSound } from '@/hooks/api/greetings'
import { useGreetings } from '@/hooks/useGreetings'
import { useForbidden } from '@/hooks/useMe'
import type { AnswerPart } from './answer-part'

const NewGreeting = lazy(async () => {
  const { NewGreeting: component } = await import('../../greetings/NewGreeting')
  return { default: component }
})

const kinds = [
  { value: 'words', label: 'Words' },
  { value: 'sound', label: 'A sound' },
] as const

/** What callers hear whom nobody answers, before they leave a message: words, or a sound that was uploaded or recorded. */
export function VoicemailGreetingField({ answer, readOnly, onChange }: AnswerPart) {
  const [kind, setKind] = useState<'words' | 'sound'>(answer.voicemailGreetingId === null ? 'words' : 'sound')
  const choose = (next: 'words' | 'sound') => {
    setKind(next)
    if (next === 'words') onChange({ voicemailGreetingId: null })
  }
  return (
    <div className="grid content-start gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm font-medium">Voicemail greeting</span>
        {readOnly === undefined && (
          <SegmentedControl label="Voicemail greeting" value={kind} options={kinds} onChange={choose} />
        )}
      </div>
      {kind === 'words' ? (
        <Textarea
          aria-label="Voicemail greeting in words"
          required
          rows={3}
          maxLength={1000}
          readOnly={readOnly !== undefined}
          value={answer.voicemailGreeting}
          onChange={({ target }) => onChange({ voicemailGreeting: target.value })}
        />
      ) : (
        <Sound answer={answer} readOnly={readOnly} onChange={onChange} />
      )}
      <p className="text-xs text-ink-faint">What a caller hears when nobody picks up.</p>
    </div>
  )
}

function Sound({ answer: { voicemailGreetingId: id }, readOnly, onChange }: AnswerPart) {
  const forbidden = useForbidden()
  const { data } = useGreetings('callers')
  const [adding, setAdding] = useState(false)
  const mayHear = forbidden('calls.control') === undefined
  if (!mayHear) return <p className="text-sm text-ink-soft">A sound. Your role does not allow you to hear it.</p>
  const sounds = data?.items ?? []
  return (
    <>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label="Sound">
            {(control) => (
              <Select
                {...control}
                required
                value={id ?? ''}
                disabled={readOnly !== undefined}
                onChange={({ target }) => onChange({ voicemailGreetingId: target.value })}
              >
                {id === null && <option value="">{sounds.length === 0 ? 'None yet: add one' : 'Choose one'}</option>}
                {id !== null && data && !sounds.some((sound) => sound.id === id) && (
                  <option value={id}>A sound that is gone</option>
                )}
                {sounds.map(({ id: value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {readOnly === undefined && (
          <Button onClick={() => setAdding(true)}>
            <Plus aria-hidden /> Add
          </Button>
        )}
      </div>
      {id !== null && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- a recorded greeting has no captions
        <audio key={id} controls preload="none" src={greetingSound(id)} aria-label="The sound" className="h-9 w-full" />
      )}
      {adding && (
        <Suspense>
          <NewGreeting
            heardBy="callers"
            onClose={() => setAdding(false)}
            onKept={(greeting) => onChange({ voicemailGreetingId: greeting.id })}
          />
        </Suspense>
      )}
    </>
  )
}
