import { z } from 'zod'
import type { Call } from '../calls/call.ts'
import { hangUp, pressDigits } from '../calls/handset-actions.ts'
import type { Leg } from '../calls/leg.ts'
import { answerLeg, endLeg } from '../calls/progress.ts'
import { speak } from '../calls/speak.ts'
import type { World } from '../world.ts'
import { ControlError, ok, parseBody, whenQuiet } from './control-route.ts'
import type { ControlRequest, ControlRoute } from './control-route.ts'
import { audio, readSpeech } from './spoken.ts'
import { callView } from './views.ts'

const digits = z.object({ digits: z.string().regex(/^[0-9A-D*#]+$/) })
const speech = z
  .object({ text: z.string().optional(), audio, confidence: z.number().min(0).max(1).default(0.9) })
  .refine(({ text, audio: sound }) => text !== undefined || sound !== undefined, 'text or audio is needed')
const voice = z
  .object({ seconds: z.number().min(0).max(86_400).optional(), text: z.string().default(''), audio })
  .refine(({ seconds, audio: sound }) => seconds !== undefined || sound !== undefined, 'seconds or audio is needed')

function requireCall({ world, params }: ControlRequest): Call {
  const call = world.account.calls.get(params['sid'] ?? '')
  if (call === undefined) throw new ControlError(404, 'not_found', `There is no call ${params['sid']}`)
  return call
}

/** The call while it goes on. Throws ControlError if it has ended, or is not in the state that the deed needs. */
function requireLeg(request: ControlRequest, status?: 'ringing' | 'in-progress'): Leg {
  const call = requireCall(request)
  const leg = request.world.account.legs.get(call.sid)
  const isIncoming = call.direction !== 'inbound'
  if (leg === undefined) throw new ControlError(409, 'conflict', `The call is over: ${call.status}`)
  if (status === 'ringing' && (call.status !== 'ringing' || !isIncoming || leg.handset === null)) {
    throw new ControlError(409, 'conflict', `The call does not ring at a handset: ${call.direction} ${call.status}`)
  }
  if (status === 'in-progress' && call.status !== 'in-progress') {
    throw new ControlError(409, 'conflict', `Nobody talks on the call yet: ${call.status}`)
  }
  return leg
}

/** What a person does with the handset; answers with the call as it is after it. */
function deed(name: string, status: 'ringing' | 'in-progress' | undefined, act: Act): ControlRoute {
  return {
    method: 'POST',
    pattern: `/calls/:sid/${name}`,
    handle: (request) => {
      const leg = requireLeg(request, status)
      act(request.world, leg, request.body)
      return whenQuiet(request.world, () => callView(request.world, leg.call))
    },
  }
}

type Act = (world: World, leg: Leg, body: unknown) => void

/** The person speaks; the answer also says which words came of it. */
function speaking(name: string, read: (body: unknown) => Parameters<typeof readSpeech>[2]): ControlRoute {
  return {
    method: 'POST',
    pattern: `/calls/:sid/${name}`,
    handle: async (request) => {
      const { world } = request
      const { samples, ...spoken } = await readSpeech(world, requireLeg(request, 'in-progress'), read(request.body))
      const leg = requireLeg(request, 'in-progress')
      speak(world, leg, { ...spoken, samples })
      const { text, confidence, recognized } = spoken
      return whenQuiet(world, () => ({ ...callView(world, leg.call), spoken: { text, confidence, recognized } }))
    },
  }
}

export const callRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/calls',
    handle: ({ world }) => ok([...world.account.calls.values()].toReversed().map((call) => callView(world, call))),
  },
  { method: 'GET', pattern: '/calls/:sid', handle: (request) => ok(callView(request.world, requireCall(request))) },
  deed('answer', 'ringing', (world, leg) => answerLeg(world, leg)),
  deed('decline', 'ringing', (world, leg) => endLeg(world, leg, 'busy')),
  deed('hangup', undefined, (world, leg) => hangUp(world, leg)),
  deed('digits', 'in-progress', (_world, leg, body) => pressDigits(leg, parseBody(digits, body).digits)),
  speaking('speech', (body) => ({ text: '', type: 'speech', ...parseBody(speech, body) })),
  speaking('record', (body) => {
    const { seconds = 0, ...said } = parseBody(voice, body)
    return { ...said, type: 'voice', confidence: 1, ms: seconds * 1000 }
  }),
]
