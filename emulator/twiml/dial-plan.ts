import type { CallbackPlan } from '../calls/call.ts'
import type { Detection } from '../calls/detect-machine.ts'
import { resolveUrl } from '../webhooks/webhook-url.ts'
import { boolAttribute, intAttribute, methodAttribute, wordsAttribute } from './attributes.ts'
import type { Element } from './parse-twiml.ts'
import { elementsOf, textOf } from './parse-twiml.ts'

export type DialTarget = {
  noun: string
  address: string
  whisper: { url: string; method: 'GET' | 'POST' } | null
  callback: CallbackPlan | null
  sendDigits: string
  detection: Detection | null
  /** What an application is told. */
  parameters: Record<string, string>
  copyParentTo: boolean
}

export type DialPlan = {
  targets: DialTarget[]
  timeoutSeconds: number
  timeLimitSeconds: number
  hangupOnStar: boolean
  sequential: boolean
  callerId: string | null
  record: 'do-not-record' | 'from-answer' | 'from-ringing'
  channels: 1 | 2
  track: string
}

const mostTargets = 10
const nothing = { sendDigits: '', detection: null, parameters: {}, copyParentTo: false }

/** Who a Dial rings and how. Pure; relative URLs start from the document's. */
export function readDial(element: Element, documentUrl: string | null): DialPlan {
  const nouns = elementsOf(element).map((noun) => readTarget(noun, documentUrl))
  const bare = element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
  const plain = { noun: 'Number', address: bare, whisper: null, callback: null, ...nothing }
  const record = element.attributes['record'] ?? 'do-not-record'
  return {
    targets: (nouns.length > 0 ? nouns : bare === '' ? [] : [plain]).slice(0, mostTargets),
    timeoutSeconds: intAttribute(element, 'timeout', 30, 1, 600),
    timeLimitSeconds: intAttribute(element, 'timeLimit', 14_400, 1),
    hangupOnStar: boolAttribute(element, 'hangupOnStar', false),
    sequential: boolAttribute(element, 'sequential', false),
    callerId: element.attributes['callerId']?.trim() || null,
    record: /ringing/.test(record)
      ? 'from-ringing'
      : /^(true|record-from-answer.*)$/.test(record)
        ? 'from-answer'
        : 'do-not-record',
    channels: record.endsWith('-dual') ? 2 : 1,
    track: element.attributes['recordingTrack'] ?? 'both',
  }
}

function readTarget(noun: Element, documentUrl: string | null): DialTarget {
  const whisper = noun.attributes['url']
  const whisperUrl = whisper === undefined || whisper === '' ? null : resolveUrl(whisper, documentUrl)
  const callback = noun.attributes['statusCallback']
  const callbackUrl = callback === undefined || callback === '' ? null : resolveUrl(callback, documentUrl)
  return {
    noun: noun.name,
    address: addressOf(noun),
    whisper: whisperUrl === null ? null : { url: whisperUrl, method: methodAttribute(noun) },
    callback:
      callbackUrl === null
        ? null
        : {
            url: callbackUrl,
            method: methodAttribute(noun, 'statusCallbackMethod'),
            events: new Set(wordsAttribute(noun, 'statusCallbackEvent', ['completed'])),
          },
    sendDigits: noun.attributes['sendDigits'] ?? '',
    detection: readDetection(noun, documentUrl),
    parameters: Object.fromEntries(
      elementsOf(noun)
        .filter((child) => child.name === 'Parameter')
        .map(({ attributes }) => [attributes['name'] ?? '', attributes['value'] ?? '']),
    ),
    copyParentTo: boolAttribute(noun, 'copyParentTo', false),
  }
}

/** The text of a noun, or of the element inside that names the address. */
function addressOf(noun: Element): string {
  const inner = elementsOf(noun).find((child) => ['Identity', 'ApplicationSid', 'Uri'].includes(child.name))
  if (inner !== undefined) return textOf(inner).trim()
  return noun.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()
}

/** Within a Dial a machine is told apart beside the conversation. */
function readDetection(noun: Element, documentUrl: string | null): Detection | null {
  const mode = noun.attributes['machineDetection']
  if (mode !== 'Enable' && mode !== 'DetectMessageEnd') return null
  const text = noun.attributes['amdStatusCallback'] ?? ''
  const url = text === '' ? null : resolveUrl(text, documentUrl)
  return {
    mode,
    timeoutMs: intAttribute(noun, 'machineDetectionTimeout', 30, 3, 60) * 1000,
    callback: url === null ? null : { url, method: methodAttribute(noun, 'amdStatusCallbackMethod') },
    isAsync: true,
  }
}
