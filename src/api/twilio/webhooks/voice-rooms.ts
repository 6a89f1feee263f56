import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'
import { answerAlone } from '@/lib/services/rooms/answer-alone'
import { answerJoin } from '@/lib/services/rooms/answer-join'
import { answerJoined } from '@/lib/services/rooms/answer-joined'
import { answerKeys } from '@/lib/services/rooms/answer-keys'
import { answerLeft } from '@/lib/services/rooms/answer-left'
import { textsOf } from '@/api/twilio/ivr/execute'
import { answerWaiting } from '@/lib/services/rooms/await-page'
import { contextOf } from './context-of'
import type { WebhookHandler } from './receive'
import { reportOf, twiml } from './voice'

/** In our own addresses. */
const Place = z.object({ room: z.uuid(), participant: z.uuid() })
const Alone = z.object({ room: z.uuid(), why: z.enum(['over', 'lost', 'unanswered', 'unreached']) })
const Keys = z.object({ digits: z.string().regex(/^[0-9*#wW]{1,32}$/) })
const Pressed = z.object({ Digits: z.string().default('') })

function placeOf(c: Context<AppEnv>) {
  const { room, participant } = Place.parse(c.req.query())
  return { roomId: room, participantId: participant }
}

/** Somebody we rang for a room has picked up. */
export function voiceJoin(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const input = { ...placeOf(c), needsKey: c.req.query('key') === 'yes', ...reportOf(installation, webhook, c) }
    return twiml(c, await answerJoin(contextOf(installation), input))
  }
}

/** They have pressed a key. */
export function voiceJoined(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const { Digits: key } = Pressed.parse(webhook.parameters)
    const input = { ...placeOf(c), key, ...reportOf(installation, webhook, c) }
    return twiml(c, await answerJoined(contextOf(installation), input))
  }
}

/** Somebody has left a room, or it has ended. */
export function voiceLeft(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const input = { ...placeOf(c), ...reportOf(installation, webhook, c) }
    return twiml(c, await answerLeft(contextOf(installation), input))
  }
}

/** Somebody was alone in a room. */
export function voiceAlone(installation: Installation): WebhookHandler {
  return async (webhook, c) => {
    const { room: roomId, why } = Alone.parse(c.req.query())
    const input = { roomId, why, parameters: textsOf(webhook.parameters), ...reportOf(installation, webhook, c) }
    return twiml(c, await answerAlone(contextOf(installation), input))
  }
}

/** What somebody in a room hears while the page of whom they talked to is loaded anew. */
export function voiceWaiting(): WebhookHandler {
  return async (_webhook, c) => twiml(c, answerWaiting())
}

/** What somebody in a room hears while keys are sent to them. */
export function voiceKeys(): WebhookHandler {
  return async (_webhook, c) => twiml(c, answerKeys(Keys.parse(c.req.query())))
}
