import { configFromEnvironment } from '@/config'
import type { CoreContext, Essentials } from '@/lib/context'
import { openEssentials } from '@/lib/open-essentials'
import { registeredEssentials } from '@/lib/registered-essentials'
import { endCall } from '@/lib/services/calls/end-call'
import { getCall } from '@/lib/services/calls/find-call'
import { listCalls } from '@/lib/services/calls/list-calls'
import { placeCall } from '@/lib/services/calls/place-call'
import { transferCall } from '@/lib/services/calls/transfer-call'
import { getMessage } from '@/lib/services/messages/get-message'
import { listMessages } from '@/lib/services/messages/list-messages'
import { sendMessage } from '@/lib/services/messages/send-message'
import { uuidV7 } from '@/lib/utils/uuid-v7'
import { CreateCallInput, ListCallsQuery, type Call } from '@/shared/schemas/call'
import { ListMessagesQuery, SendMessageInput, type Message } from '@/shared/schemas/message'
import { InvalidError } from '@/shared/errors'
import { parseInput } from '@/shared/parse-input'
import type { z } from 'zod'

/** A call or a text as Twilio answered, with our `id`. `sid` is null while Twilio has not confirmed it (see `sendMessage`). */
export type ServiceCall = Call & { sid: string | null }
export type ServiceMessage = Message & { sid: string | null }

/**
 * Telephony for programs: the same verbs as the REST API, through `permit` and the ledger. Without an argument it speaks for the server that
 * runs in this process, else it opens the database and Twilio account of the environment at its first use; `close` lets go of what it
 * opened. Errors are those of `@/shared/errors`.
 */
export function createTwilioService(essentials?: Essentials) {
  let own: ReturnType<typeof openEssentials> | null = null

  async function context(): Promise<CoreContext> {
    const present = essentials ?? registeredEssentials() ?? (await open()).essentials
    return { ...present, actor: { type: 'system' }, requestId: uuidV7(present.clock.now()) }
  }

  /** A database that was down at the first use is asked again at the next. */
  async function open() {
    const opening = (own ??= openEssentials(configFromEnvironment()))
    try {
      return await opening
    } catch (error) {
      if (own === opening) own = null
      throw error
    }
  }

  return {
    /** Places a call; `from` and `url` default to our number and our voice webhook. */
    async makeCall(input: z.input<typeof CreateCallInput>): Promise<ServiceCall> {
      return withCallSid(
        await placeCall(await context(), { ...parseInput(CreateCallInput, input), purpose: 'service' }),
      )
    },
    /** Sends a text; `from` defaults to our number. */
    async sendSMS(input: z.input<typeof SendMessageInput>): Promise<ServiceMessage> {
      const text = parseInput(SendMessageInput, input)
      if (text.sendAt !== undefined) throw new InvalidError('sendAt: A text for later is planned through the REST API.')
      return withMessageSid(await sendMessage(await context(), { ...text, purpose: 'service' }))
    },
    async getCall(callSid: string): Promise<ServiceCall> {
      return withCallSid(await getCall(await context(), callSid))
    },
    async hangUp(callSid: string): Promise<ServiceCall> {
      return withCallSid(await endCall(await context(), { callSid }))
    },
    async transferCall(callSid: string, transferTo: string): Promise<ServiceCall> {
      return withCallSid(await transferCall(await context(), { callSid, transferTo }))
    },
    async listCalls(query: z.input<typeof ListCallsQuery> = {}) {
      return listCalls(await context(), parseInput(ListCallsQuery, query))
    },
    async fetchMessage(messageSid: string): Promise<ServiceMessage> {
      return withMessageSid(await getMessage(await context(), messageSid))
    },
    async listMessages(query: z.input<typeof ListMessagesQuery> = {}) {
      return listMessages(await context(), parseInput(ListMessagesQuery, query))
    },
    async close(): Promise<void> {
      const opened = await own
      own = null
      await opened?.close()
    },
  }
}

function withCallSid(call: Call): ServiceCall {
  return { ...call, sid: call.callSid }
}

function withMessageSid(message: Message): ServiceMessage {
  return { ...message, sid: message.messageSid }
}
