import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { showToast } from '@/components/ui/show-toast'
import { useSaveGreeting } from '@/hooks/useGreetings'
import { useForbidden } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { Check } from '../settings/rules/Check'

const kinds = [
  { value: 'words', label: 'Words' },
  { value: 'sound', label: 'A sound' },
] as const

/** Makes a greeting: words that are spoken, or a file that is played. */
export function NewGreeting({ onClose }: { onClose: () => void }) {
  const save = useSaveGreeting()
  const denied = useForbidden()('call_settings.write')
  const [kind, setKind] = useState<'words' | 'sound'>('words')
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [forAll, setForAll] = useState(false)
  const onSuccess = () => {
    showToast('The greeting is kept.')
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const what = kind === 'words' ? { words } : file && { file }
    if (!what) return
    save.mutate({ name, mine: !forAll, ...what }, { onSuccess })
  }
  return (
    <Dialog open onClose={onClose} title="Add a greeting">
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={80}
              placeholder="First contact"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <SegmentedControl label="What is left" value={kind} options={kinds} onChange={setKind} />
        {kind === 'words' ? (
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
        ) : (
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
        <Check checked={forAll} readOnly={denied !== undefined} onChange={setForAll}>
          For everybody
          {denied !== undefined && <span className="block text-sm text-ink-faint">{denied}</span>}
        </Check>
        {save.error && <ErrorNotice error={save.error} what="The greeting was not kept." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Close</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Keep it
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
