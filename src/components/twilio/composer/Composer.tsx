import { CalendarClock, SendHorizontal } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/input'
import { useNow } from '@/hooks/use-now'
import { useForbidden } from '@/hooks/useMe'
import { useUploadMedia } from '@/hooks/useUploadMedia'
import { useVerdict } from '@/hooks/useVerdict'
import { firstNameOf } from '@/shared/contacts/first-name-of'
import { AttachButton, AttachmentPicker } from '../messages/AttachmentPicker'
import { LookUpButton } from '../messages/LineType'
import { SegmentCounter } from '../messages/SegmentCounter'
import { openBlanks, setDraft, useWholeDraft } from '../messages/use-draft'
import { PlannedLine, type Plan } from './PlannedLine'
import { priceWords } from './price-words'
import { SendLater } from './SendLater'
import { TemplateBlanks } from './TemplateBlanks'
import { TemplatePicker } from './TemplatePicker'
import { useTemplateFill } from './use-template-fill'
import { VerdictLine } from './VerdictLine'
import { verdictWords } from './verdict-words'
import { whyNotSend } from './why-not-send'

/** What was written: it goes out now, or at the time of `later`. */
export type Written = {
  body: string
  mediaUrls: readonly string[]
  later: { sendAt: string; cancelIfTheyReply: boolean } | null
}

type ComposerProps = {
  /** Where the words are kept while one looks elsewhere. */
  draftKey: string
  to: string | null
  from: string | undefined
  /** Whom it is for, if we know. */
  name: string | null
  /** Why nothing can be sent yet, beyond what the text itself needs. */
  blocked?: string | undefined
  busy?: boolean
  focus?: boolean
  /** Stands above the field. */
  children?: ReactNode
  /** `clear` empties the field. */
  onSend: (written: Written, clear: () => void) => void
}

/** Where a text is written, with all that is to be known before it goes out. Enter sends, Shift Enter breaks the line, / finds a template. */
export function Composer(props: ComposerProps) {
  const { draftKey, to, from, name, blocked, busy = false, focus = false, children, onSend } = props
  const draft = useWholeDraft(draftKey)
  const upload = useUploadMedia(draftKey)
  const fill = useTemplateFill(draftKey, to)
  const [plan, setPlan] = useState<Plan | null>(null)
  const [isPicking, setPicking] = useState<'button' | 'slash' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const now = useNow(30_000)
  const forbidden = useForbidden()('messages.send')
  const { text, template } = draft
  const hasMedia = upload.attachments.length > 0
  const sendAt = plan?.at.toISOString() ?? null
  const verdict = useVerdict({ to, from, body: text, hasMedia, sendAt }, forbidden === undefined)
  const timeZone = verdict?.timeZone ?? ownTimeZone
  const state = { text, files: upload.urls.length, blanks: openBlanks(draft), isFilling: fill.isFilling, verdict }
  const reason = forbidden ?? blocked ?? upload.blocked ?? whyNotSend({ ...state, sendAt: plan?.at ?? null, now })

  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason !== undefined || busy) return
    const later = plan && { sendAt: plan.at.toISOString(), cancelIfTheyReply: plan.cancelIfTheyReply }
    onSend({ body: text, mediaUrls: upload.urls, later }, () => {
      setDraft(draftKey, '')
      upload.clear()
      setPlan(null)
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === '/' && startsLine(event.currentTarget)) {
      event.preventDefault()
      setPicking('slash')
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      form.current?.requestSubmit()
    }
  }
  return (
    <form ref={form} onSubmit={submit} className="shrink-0 border-t px-3 pt-2 pb-2 md:px-5">
      <div className="mx-auto max-w-3xl">
        {children}
        {plan && <PlannedLine plan={plan} timeZone={timeZone} onChange={setPlan} />}
        {template && (
          <TemplateBlanks
            asked={template.asked}
            variables={template.variables}
            onAnswer={(answered) => fill.answer(draft, template, answered)}
            onDone={() => field.current?.focus()}
          />
        )}
        <VerdictLine verdict={verdict ? verdictWords(verdict, firstNameOf(name ?? ''), plan !== null) : null}>
          {to !== null && verdict?.warnings.some(({ rule }) => rule === 'number_type_unknown') && (
            <LookUpButton phoneNumber={to} />
          )}
        </VerdictLine>
        <AttachmentPicker upload={upload}>
          <div className="flex items-end gap-1">
            <Textarea
              ref={field}
              aria-label="Text"
              placeholder={forbidden ?? 'Write a text'}
              rows={1}
              readOnly={forbidden !== undefined}
              value={text}
              onChange={(event) => fill.write(event.target.value)}
              onKeyDown={onKeyDown}
              className="field-sizing-content max-h-40 min-h-10 resize-none py-2.5"
            />
            <SendLater
              timeZone={timeZone}
              disabledReason={forbidden ?? (to === null ? 'Say whom to text first.' : undefined)}
              onChoose={(at) => setPlan({ at, cancelIfTheyReply: plan?.cancelIfTheyReply ?? true })}
            />
            <Button
              type="submit"
              variant="primary"
              size="icon"
              className="size-10"
              label={plan ? 'Send at that time' : 'Send'}
              shortcut="Enter"
              busy={busy}
              disabledReason={reason}
            >
              {plan ? <CalendarClock aria-hidden /> : <SendHorizontal aria-hidden />}
            </Button>
          </div>
        </AttachmentPicker>
        <div className="mt-1 flex items-start gap-1">
          <AttachButton upload={upload} disabledReason={forbidden} />
          <TemplatePicker
            to={to}
            open={isPicking !== null}
            disabledReason={forbidden}
            onOpenChange={(open) => setPicking(open ? 'button' : null)}
            onEscape={() => isPicking === 'slash' && fill.write(`${text}/`)}
            onChoose={({ id }) => fill.choose(id, before(template?.before ?? text))}
            onClosed={() => field.current?.focus()}
          />
          <SegmentCounter
            body={text}
            price={verdict && priceWords(verdict, text, hasMedia)}
            onRepair={(repaired) => fill.write(repaired)}
            className="ml-1 min-h-7"
          />
        </div>
      </div>
    </form>
  )
}

/** Until it is known where they are. */
const ownTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

function startsLine({ value, selectionStart }: HTMLTextAreaElement) {
  return selectionStart === 0 || value[selectionStart - 1] === '\n'
}

/** What stands there already, ready for more. */
function before(text: string) {
  return text === '' || /\s$/.test(text) ? text : `${text} `
}
