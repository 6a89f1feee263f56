import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { showToast } from '@/components/ui/show-toast'
import { useSaveGreeting } from '@/hooks/useGreetings'
import { useForbidden } from '@/hooks/useMe'
import type { Greeting, GreetingListener } from '@/shared/schemas/greeting'
import { ErrorNotice } from '../ErrorNotice'
import { Check } from '../settings/rules/Check'
import { RecordSound } from './RecordSound'

type Kind = 'words' | 'file' | 'recorded'
type NewGreetingProps = { heardBy: GreetingListener; onClose: () => void; onKept?: (greeting: Greeting) => void }

const sounds = [
  { value: 'file', label: 'A file' },
  { value: 'recorded', label: 'Record it' },
] as const
const kindsFor = { machines: [{ value: 'words', label: 'Words' }, ...sounds], callers: sounds } as const
const firstKind = { machines: 'words', callers: 'file' } as const
const titles = { machines: 'Add a greeting', callers: 'Add a sound for callers' }

/** Makes a greeting: words that are spoken, or a file or what is recorded here, which is played. For callers it is a sound and everybody's. */
export function NewGreeting({ heardBy, onClose, onKept }: NewGreetingProps) {
  const save = useSaveGreeting()
  const denied = useForbidden()('call_settings.write')
  const [kind, setKind] = useState<Kind>(firstKind[heardBy])
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [forAll, setForAll] = useState(heardBy === 'callers')
  const change = (next: Kind) => {
    setKind(next)
    setFile(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The number's own form, around this dialog in React's eyes, is not meant.
    event.stopPropagation()
    const what = kind === 'words' ? { words } : file && { file }
    if (!what) return
    save.mutate(
      { name, mine: !forAll, heardBy, ...what },
      {
        onSuccess: (greeting) => {
          showToast('The greeting is kept.')
          onKept?.(greeting)
          onClose()
        },
      },
    )
  }
  const missing = kind !== 'words' && !file ? (kind === 'file' ? 'Choose a file.' : 'Record it first.') : undefined
  return (
    <Dialog open onClose={onClose} title={titles[heardBy]}>
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={80}
              placeholder={heardBy === 'machines' ? 'First contact' : 'Voicemail of the office'}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <SegmentedControl label="What is heard" value={kind} options={kindsFor[heardBy]} onChange={change} />
        {kind === 'words' && (
          <Field label="Words" hint="Spoken by Twilio’s voice.">
            {(control) => (
              <Textarea
                {...control}
                required
                rows={4}
                maxLength={1000}
                placeholder="Hello, this is Robin of EVA Recruiting. Please call me back at this number."
                value={words}
                onChange={({ target }) => setWords(target.value)}
              />
            )}
          </Field>
        )}
        {kind === 'file' && (
          <Field label="File" hint="MP3 or WAV, up to 5 MB.">
            {(control) => (
              <Input
                {...control}
                type="file"
                required
                accept="audio/mpeg,audio/wav,.mp3,.wav"
                onChange={({ target }) => setFile(target.files?.[0] ?? null)}
              />
            )}
          </Field>
        )}
        {kind === 'recorded' && <RecordSound onChange={setFile} />}
        {heardBy === 'machines' && (
          <Check checked={forAll} readOnly={denied !== undefined} onChange={setForAll}>
            For everybody
            {denied !== undefined && <span className="block text-sm text-ink-faint">{denied}</span>}
          </Check>
        )}
        {save.error && <ErrorNotice error={save.error} what="The greeting was not kept." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabledReason={missing}>
            Keep it
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
