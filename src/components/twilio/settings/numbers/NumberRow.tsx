import { Link } from '@tanstack/react-router'
import { ChevronRight, CircleAlert, CircleCheck } from 'lucide-react'
import type { AnswerNames } from '@/shared/calls/describe-answer'
import type { NumberAnswer, OurNumber } from '@/shared/schemas/number'
import { formatPhoneNumber } from '../../format/format-phone-number'
import { Time } from '../../Time'

type NumberRowProps = { number: OurNumber; names: AnswerNames | null }

/** One of our numbers: who answers its calls and texts, and how it stands at Twilio. */
export function NumberRow({ number, names }: NumberRowProps) {
  const { id, phoneNumber, friendlyName, answer } = number
  const shown = formatPhoneNumber(phoneNumber)
  return (
    <li>
      <Link
        to="/settings/numbers/$numberId"
        params={{ numberId: id }}
        className="grid items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:grid-cols-[11rem_1fr_auto]"
      >
        <span className="font-medium tabular">
          {shown}
          {friendlyName !== phoneNumber && friendlyName !== shown && (
            <span className="block font-normal text-ink-soft">{friendlyName}</span>
          )}
        </span>
        <span className="min-w-0 text-ink-soft">
          {names && (
            <>
              <span className="block">Calls: {callsOf(answer, names)}</span>
              <span className="block">Texts: {textsOf(answer, names)}</span>
            </>
          )}
        </span>
        <span className="flex items-center gap-2 text-sm">
          <AtTwilio number={number} />
          <ChevronRight aria-hidden className="hidden size-4 text-ink-faint sm:block" />
        </span>
      </Link>
    </li>
  )
}

function AtTwilio({ number: { checkedAt, problems } }: { number: OurNumber }) {
  if (checkedAt === null) return <span className="text-ink-faint">Not checked at Twilio</span>
  if (problems.length > 0) {
    return (
      <span className="flex items-center gap-1.5 text-caution">
        <CircleAlert aria-hidden className="size-4" /> Some does not come to us
      </span>
    )
  }
  return (
    <span className="flex items-center gap-1.5 text-ink-faint">
      <CircleCheck aria-hidden className="size-4 text-positive" /> Checked <Time at={checkedAt} />
    </span>
  )
}

function callsOf({ flowId, ring, transferTo, hours }: NumberAnswer, names: AnswerNames) {
  const targets = ring?.targets ?? (transferTo ? [{ phoneNumber: transferTo }] : [])
  const people = targets.map((target) => names.target(target)).join(ring?.order === 'together' ? ' and ' : ', then ')
  const flow = flowId === null ? null : names.flow(flowId)
  const who = flow ? `the flow ${flow.name}` : people || 'voicemail'
  return hours ? `${who}, within business hours` : who
}

function textsOf({ textFlowId }: NumberAnswer, names: AnswerNames) {
  const flow = textFlowId === null ? null : names.flow(textFlowId)
  return flow ? `the flow ${flow.name}` : 'the inbox'
}
