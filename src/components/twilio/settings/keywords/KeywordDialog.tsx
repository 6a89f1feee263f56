import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Select, Textarea } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { useAssignable, useKeywordChanges } from '@/hooks/useKeywords'
import { useNumbers } from '@/hooks/useNumbers'
import { keywordProblem } from '@/shared/keywords/keyword-problem'
import { KeywordMatch, type Keyword } from '@/shared/schemas/keyword'
import { ErrorNotice } from '../../ErrorNotice'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { AnswerFields } from './AnswerFields'
import { HoursFields } from './HoursFields'
import { matchWords } from './keyword-words'
import { readKeywordForm } from './read-keyword-form'

type Problem = { path: string; message: string }

/** Adds a rule or changes one. What the server would refuse for its shape is said here, at its field. */
export function KeywordDialog({ rule, onClose }: { rule: Keyword | null; onClose: () => void }) {
  const { save } = useKeywordChanges()
  const { data: numbers } = useNumbers()
  const colleagues = useAssignable()
  const [match, setMatch] = useState<KeywordMatch>(rule?.match ?? 'exact')
  const [timed, setTimed] = useState(rule?.hours != null)
  const [days, setDays] = useState(rule?.hours?.days ?? [1, 2, 3, 4, 5])
  const [problem, setProblem] = useState<Problem | null>(null)
  const errorOf = (path: string) => (problem?.path === path ? problem.message : undefined)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const input = readKeywordForm(form, { match, timed, days, rule })
    const found = keywordProblem(input)
    setProblem(found)
    if (found) return
    save.mutate(
      { id: rule?.id ?? null, input },
      {
        onSuccess: () => {
          showToast(`“${input.name}” is saved.`)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      shape="panel"
      title={rule ? 'Edit the rule' : 'Add a rule'}
      className="w-[min(30rem,100vw)]"
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => <Input {...control} name="name" required maxLength={80} defaultValue={rule?.name} />}
        </Field>
        <Field label="When a text">
          {(control) => (
            <Select {...control} value={match} onChange={(event) => setMatch(KeywordMatch.parse(event.target.value))}>
              {KeywordMatch.options.map((option) => (
                <option key={option} value={option}>
                  {matchWords[option].word}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {match !== 'any' && (
          <Field
            label={match === 'pattern' ? 'Pattern' : 'Words'}
            hint={matchWords[match].hint}
            error={errorOf('words')}
          >
            {(control) => (
              <Textarea
                {...control}
                name="words"
                rows={match === 'pattern' ? 1 : 3}
                defaultValue={rule?.words.join('\n')}
              />
            )}
          </Field>
        )}
        <Field label="Texted to">
          {(control) => (
            <Select key={numbers?.items.length} {...control} name="ourNumber" defaultValue={rule?.ourNumber ?? ''}>
              <option value="">any of our numbers</option>
              {numbers?.items.map((number) => (
                <option key={number.id} value={number.phoneNumber}>
                  {formatPhoneNumber(number.phoneNumber)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <HoursFields
          hours={rule?.hours ?? null}
          timed={timed}
          onTimed={setTimed}
          days={days}
          onDays={setDays}
          error={errorOf('hours')}
        />
        <AnswerFields rule={rule} errorOf={errorOf} />
        <Field label="Tag the contact" hint="With commas between, such as nurse, walk-in.">
          {(control) => <Input {...control} name="tags" defaultValue={rule?.tags.join(', ')} />}
        </Field>
        <Field label="Give the conversation to" hint="Only when nobody has it.">
          {(control) => (
            <Select key={colleagues.length} {...control} name="assignTo" defaultValue={rule?.assignTo ?? ''}>
              <option value="">nobody</option>
              {colleagues.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {save.error && <ErrorNotice error={save.error} what="The rule was not saved." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
