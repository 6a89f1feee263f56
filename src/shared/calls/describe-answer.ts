import { isOpen } from '../business-hours/is-open'
import type { FlowDefinition } from '../ivr/definition'
import { ZonedBusinessHours } from '../schemas/business-hours'
import type { NumberAnswer } from '../schemas/number'
import type { RingTarget } from '../schemas/ring-plan'
import { planAnswer, withoutFlow, type AnswerPlan, type Round } from './answer-plan'

export type AnswerNames = {
  /** A sound that callers hear; null: it is gone, and they hear the words. */
  greeting: (greetingId: string) => string | null
  target: (target: RingTarget) => string
  /** The published flow; null: there is none, and callers go on without it. */
  flow: (flowId: string) => { name: string; definition: FlowDefinition | null } | null
}

const hoursSentence = {
  open: 'It is within business hours.',
  closed: 'It is outside business hours.',
  holiday: 'It is a holiday.',
}

/** What a caller at that instant hears and who is rung, in sentences, from the plan that the live call follows. */
export function describeAnswer(answer: NumberAnswer, at: Date, names: AnswerNames): string[] {
  const plan = planAnswer(answer, { at, recruiter: null })
  const gone = plan.last.kind === 'flow' && names.flow(plan.last.flowId) === null
  if (gone) {
    return ['The flow of this number is not published, so it does not answer.'].concat(
      describeAnswer(withoutFlow(answer), at, names),
    )
  }
  return [
    answer.hours ? hoursSentence[plan.hours] : 'No business hours are set: calls are put through at any hour.',
    ...(answer.lastRecruiterFirst && plan.hours === 'open'
      ? [
          `Where a recruiter knows the caller and a phone reaches them, they hear “${answer.greeting}”, and that recruiter is rung first, for ${answer.ringSeconds} seconds.`,
        ]
      : []),
    ...(plan.greeting === null ? [] : [`The caller hears “${plan.greeting}”`]),
    ...plan.rounds.map((round, index) => roundSentence(round, index, answer.ringSeconds, names)),
    ...(plan.rounds.length > 0 && answer.whisperNeedsKey ? ['Who picks up a phone presses 1 to take the call.'] : []),
    ...lastSentences(answer, plan, at, names),
  ]
}

function roundSentence(round: Round, index: number, seconds: number, names: AnswerNames) {
  const who = listed(round.map((target) => names.target(target)))
  const verb = round.length === 1 ? 'is rung' : 'are rung at once'
  return `${index === 0 ? '' : 'Then '}${who} ${verb}, for ${seconds} seconds.`
}

function lastSentences(
  answer: NumberAnswer,
  { greeting, rounds, last }: AnswerPlan,
  at: Date,
  names: AnswerNames,
): string[] {
  if (last.kind === 'goodbye') return ['The call ends.']
  if (last.kind === 'voicemail') {
    const first = greeting === null ? 'The caller hears' : 'Then they hear'
    const when = rounds.length > 0 ? 'When nobody takes the call, they hear' : first
    const sound = answer.voicemailGreetingId === null ? null : names.greeting(answer.voicemailGreetingId)
    return [
      `${when} ${sound === null ? `“${answer.voicemailGreeting}”` : `the sound “${sound}”`} and can leave a message${answer.callBack ? ', or press 1 to be called back' : ''}.`,
    ]
  }
  const flow = names.flow(last.flowId)
  const states = flow?.definition?.states.filter(({ type }) => type === 'eva-business-hours') ?? []
  return [
    `The flow “${flow?.name ?? ''}” answers.`,
    ...states.map(({ name, properties }) => {
      const hours = ZonedBusinessHours.safeParse(properties)
      const then = hours.success ? isOpen(hours.data, at) : 'what it finds depends on the call'
      return `It asks the hours itself at “${name}”: ${then === 'holiday' ? 'a holiday' : then}.`
    }),
  ]
}

function listed(names: readonly string[]) {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
