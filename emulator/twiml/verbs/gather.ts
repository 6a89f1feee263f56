import { fetchAndForget } from '../../calls/fetch-and-forget.ts'
import type { Expected, Input } from '../../calls/inputs.ts'
import { hear, waitFor } from '../../calls/progress.ts'
import { boolAttribute, intAttribute, methodAttribute, wordsAttribute } from '../attributes.ts'
import { elementsOf } from '../parse-twiml.ts'
import type { Element } from '../parse-twiml.ts'
import { maskProfanity } from '../profanity.ts'
import { promptOf } from '../prompts.ts'
import { placeOf, complain } from '../verb.ts'
import type { Outcome, Run, Verb } from '../verb.ts'

type Plan = {
  dtmf: boolean
  speech: boolean
  expects: Expected
  timeoutMs: number
  numDigits: number
  finishOnKey: string
}
type Collected = { digits: string; finishedOnKey: string; speech: { text: string; confidence: number } | null }

function readPlan(element: Element): Plan {
  const input = wordsAttribute(element, 'input', ['dtmf'])
  const key = element.attributes['finishOnKey'] ?? '#'
  return {
    dtmf: input.includes('dtmf'),
    speech: input.includes('speech'),
    expects: {
      hints: (element.attributes['hints'] ?? '').split(',').filter((hint) => hint.trim() !== ''),
      language: element.attributes['language'] || 'en-US',
    },
    timeoutMs: intAttribute(element, 'timeout', 5) * 1000,
    numDigits: intAttribute(element, 'numDigits', Infinity, 1),
    finishOnKey: key === '' || /^[0-9*#]$/.test(key) ? key : '#',
  }
}

function isWanted(plan: Plan, input: Input): boolean {
  return (input.type === 'digit' && plan.dtmf) || (input.type === 'speech' && plan.speech && input.text !== '')
}

/** The nested prompts, until they end or the caller does something that counts. */
async function playUntilInput(run: Run, element: Element, plan: Plan): Promise<Input | null> {
  for (const child of elementsOf(element)) {
    if (!['Say', 'Play', 'Pause'].includes(child.name) || child.attributes['digits'] !== undefined) {
      complain(run, 12_200, `Gather: ${child.name} is not allowed inside and was skipped`)
      continue
    }
    const prompt = await promptOf(run, child, true)
    run.signal.throwIfAborted()
    if (prompt?.heard != null) hear(run.world, run.leg, prompt.heard, prompt)
    const input = await nextWanted(run, plan, prompt?.ms ?? 0)
    if (input !== null) return input
  }
  return null
}

async function nextWanted(run: Run, plan: Plan, ms: number): Promise<Input | null> {
  const until = run.world.clock.now() + ms
  for (;;) {
    const input = await run.leg.inputs.next(run.world.clock, until - run.world.clock.now(), run.signal)
    if (input === null || isWanted(plan, input)) return input
  }
}

async function collect(run: Run, element: Element, plan: Plan): Promise<Collected> {
  const collected: Collected = { digits: '', finishedOnKey: '', speech: null }
  let input = (await playUntilInput(run, element, plan)) ?? (await nextWanted(run, plan, plan.timeoutMs))
  while (input !== null) {
    if (input.type === 'speech') return { ...collected, speech: input }
    if (input.type === 'digit' && input.digit === plan.finishOnKey) {
      return { ...collected, finishedOnKey: input.digit }
    }
    if (input.type === 'digit') collected.digits += input.digit
    if (collected.digits.length >= plan.numDigits) return collected
    input = await nextWanted(run, plan, plan.timeoutMs)
  }
  return collected
}

/** What the recogniser makes of the words. */
function heardAs(element: Element, text: string): string {
  return boolAttribute(element, 'profanityFilter', true) ? maskProfanity(text) : text
}

/** The first half of the words, while they are still being said; nobody waits for the answer. */
function tellPartial(run: Run, element: Element, text: string): void {
  if (!element.attributes['partialResultCallback']) return
  const words = text.split(' ')
  const half = Math.ceil(words.length / 2)
  const place = placeOf(run, element, 'partialResultCallback', {
    StableSpeechResult: words.slice(0, half).join(' '),
    UnstableSpeechResult: words.slice(half).join(' '),
    Stability: '0.9',
    SequenceNumber: '0',
  })
  if (place === null || !('url' in place)) return
  const method = methodAttribute(element, 'partialResultCallbackMethod')
  fetchAndForget(run.world, run.leg, { ...place, method })
}

async function run(run: Run, element: Element): Promise<Outcome> {
  const { leg, world } = run
  const plan = readPlan(element)
  leg.inputs.open(plan.expects)
  waitFor(world, leg, 'gather')
  try {
    const { digits, finishedOnKey, speech } = await collect(run, element, plan)
    const isEmpty = digits === '' && speech === null
    if (isEmpty && !boolAttribute(element, 'actionOnEmptyResult', false)) return 'next'
    const parameters: Record<string, string> =
      speech === null
        ? {
            ...(plan.dtmf || digits !== '' ? { Digits: digits, FinishedOnKey: finishedOnKey } : {}),
            ...(plan.speech && isEmpty ? { SpeechResult: '' } : {}),
          }
        : { SpeechResult: heardAs(element, speech.text), Confidence: String(speech.confidence) }
    if (speech !== null) tellPartial(run, element, heardAs(element, speech.text))
    const place = placeOf(run, element, 'action', parameters)
    return place === null ? { end: 'completed' } : { go: place }
  } finally {
    leg.inputs.close()
    if (!leg.isOver) waitFor(world, leg, null)
  }
}

/** https://www.twilio.com/docs/voice/twiml/gather */
export const gather: Verb = {
  attributes: [
    'action',
    'method',
    'input',
    'timeout',
    'speechTimeout',
    'numDigits',
    'finishOnKey',
    'actionOnEmptyResult',
    'hints',
    'language',
    'partialResultCallback',
    'partialResultCallbackMethod',
    'profanityFilter',
    'speechModel',
    'enhanced',
    'bargeIn',
    'debug',
    'maxSpeechTime',
  ],
  nouns: ['Say', 'Play', 'Pause'],
  run,
}
