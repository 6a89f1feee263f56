import { isOpen } from '../business-hours/is-open'
import type { NumberAnswer } from '../schemas/number'
import type { RingTarget } from '../schemas/ring-plan'

/** Who is rung at the same time; the rounds of a plan are rung one after the other. */
export type Round = readonly RingTarget[]

export type AnswerPlan = {
  /** 'open' too where no hours are set. */
  hours: 'open' | 'closed' | 'holiday'
  /** Spoken before anybody is rung or the call ends; null: what comes last speaks for itself. */
  greeting: string | null
  rounds: readonly Round[]
  /** What the caller meets whom nobody has answered, or when nobody is to be rung. */
  last: { kind: 'voicemail' } | { kind: 'goodbye' } | { kind: 'flow'; flowId: string }
}

type Settings = Pick<NumberAnswer, 'greeting' | 'flowId' | 'hours' | 'closed' | 'ring' | 'transferTo'>

/**
 * What happens to a call that comes in at this instant: the one place where it is decided, for callers and for the screens. `recruiter`:
 * the person of ours who is rung first, where a number wants that and there is one.
 */
export function planAnswer(settings: Settings, { at, recruiter }: { at: Date; recruiter: string | null }): AnswerPlan {
  const hours = settings.hours ? isOpen(settings.hours, at) : 'open'
  if (hours !== 'open') return { hours, ...planClosed(settings.closed) }
  const first: Round[] = recruiter === null ? [] : [[{ personId: recruiter }]]
  const { flowId } = settings
  if (flowId !== null) {
    const greeting = first.length === 0 ? null : settings.greeting
    return { hours, greeting, rounds: first, last: { kind: 'flow', flowId } }
  }
  const usual = roundsOf(settings).filter((round) => first.length === 0 || !isOnly(round, recruiter))
  const rounds = [...first, ...usual]
  return { hours, greeting: rounds.length === 0 ? null : settings.greeting, rounds, last: { kind: 'voicemail' } }
}

/** The same number where its flow cannot answer, since it is not published. */
export function withoutFlow<Answer extends Pick<Settings, 'flowId' | 'closed'>>(settings: Answer): Answer {
  return { ...settings, flowId: null, closed: { ...settings.closed, next: 'voicemail' } }
}

/** Whom a number rings, whatever the hour: its ring plan, else the one number calls are put through to. */
export function roundsOf({ ring, transferTo }: Pick<Settings, 'ring' | 'transferTo'>): readonly Round[] {
  if (ring) return ring.order === 'together' ? [ring.targets] : ring.targets.map((target) => [target])
  return transferTo ? [[{ phoneNumber: transferTo }]] : []
}

function planClosed({ greeting, next, transferTo, flowId }: Settings['closed']): Omit<AnswerPlan, 'hours'> {
  if (next === 'flow' && flowId !== null) return { greeting: null, rounds: [], last: { kind: 'flow', flowId } }
  if (next === 'transfer' && transferTo !== null) {
    return { greeting, rounds: [[{ phoneNumber: transferTo }]], last: { kind: 'voicemail' } }
  }
  return { greeting, rounds: [], last: { kind: next === 'goodbye' ? 'goodbye' : 'voicemail' } }
}

/** Whoever was rung first is not rung again by themselves. */
function isOnly(round: Round, personId: string | null) {
  const [target, ...others] = round
  return target !== undefined && others.length === 0 && 'personId' in target && target.personId === personId
}
