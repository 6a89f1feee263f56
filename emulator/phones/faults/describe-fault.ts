import type { FaultRule } from '../api/schemas.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { faultChoices } from './fault-choices.ts'

const msPerSecond = 1000
const percent = 100

const subjects: Record<string, string> = {
  'call-status': 'Callbacks about calls',
  'message-status': 'Callbacks about texts',
  'recording-status': 'Callbacks about recordings',
  'conference-status': 'Callbacks about conferences',
  transcription: 'Callbacks about transcriptions',
  'amd-status': 'Callbacks about answering machines',
}

const deriveSubject = (rule: FaultRule): string => {
  if (rule.on === 'number') return formatPhoneNumber(rule.phoneNumber ?? '')
  if (rule.on === 'callback') return subjects[rule.kind ?? ''] ?? 'Callbacks'
  const which = [rule.method, rule.path].filter((part) => part !== undefined).join(' ')
  return which === '' ? 'Requests' : `Requests ${which}`
}

const deriveDeed = (rule: FaultRule): string => {
  if (rule.on === 'number' && rule.errorCode !== undefined) return `gets no texts (error ${rule.errorCode})`
  const known = faultChoices.find(
    ({ rule: { on, action, status, callStatus } }) =>
      on === rule.on &&
      action === rule.action &&
      callStatus === rule.callStatus &&
      (rule.action !== 'fail' || status === rule.status),
  )
  return known?.word ?? `fail (${rule.status ?? rule.action ?? rule.on})`
}

/** A rule as a sentence: what goes wrong, by how much, how often. */
export const describeFault = (rule: FaultRule): string => {
  const late =
    rule.delayMs !== undefined && ['delay', 'slow'].includes(rule.action ?? '')
      ? ` by ${rule.delayMs / msPerSecond} s`
      : ''
  const often = rule.probability < 1 ? `, ${Math.round(rule.probability * percent)} % of the time` : ''
  const times = rule.times === undefined ? '' : `, at most ${rule.times === 1 ? 'once' : `${rule.times} times`}`
  return `${deriveSubject(rule)} ${deriveDeed(rule)}${late}${often}${times}.`
}
