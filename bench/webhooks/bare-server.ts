import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { verifyWebhook } from '@/lib/auth/verify-webhook'
import { createDatabaseClock } from '@/lib/db/database-clock'
import { openDatabase } from '@/lib/db/client'
import { recordInboundMessage } from '@/lib/services/messages/record-inbound-message'
import { recordMessageStatus } from '@/lib/services/messages/record-message-status'
import { createRecorder } from '@/lib/services/recorder/create-recorder'
import { MessageStatusSchema } from '@/shared/schemas/message'

/** `node:http` with nothing around it: the same signature check and, unless only that is asked for, the same batched SQL. */
const { DATABASE_URL = '', PUBLIC_URL = '', TWILIO_AUTH_TOKEN = '', ONLY_SIGNATURE } = process.env
const database = openDatabase({ connectionString: DATABASE_URL })
const clock = await createDatabaseClock(database.pool)
const recorder = createRecorder({ config: { databaseUrl: DATABASE_URL }, clock })
const ctx = { recorder, clock }
const authTokens = () => [TWILIO_AUTH_TOKEN]

function text(value: string | readonly string[] | undefined) {
  return typeof value === 'string' ? value : ''
}

async function answer(request: IncomingMessage, response: ServerResponse, body: Buffer) {
  const target = request.url ?? ''
  const signature = text(request.headers['x-twilio-signature'])
  const { parameters, raw } = verifyWebhook(
    { publicOrigin: PUBLIC_URL },
    { target, body, json: false, signature, authTokens },
  )
  if (ONLY_SIGNATURE) return void response.writeHead(204).end()
  if (target.endsWith('/sms')) {
    await recordInboundMessage(ctx, {
      messageSid: text(parameters.MessageSid),
      from: text(parameters.From),
      to: text(parameters.To),
      body: text(parameters.Body),
      numSegments: Number(parameters.NumSegments),
      media: [],
      messagingServiceSid: null,
      optOutType: undefined,
      raw,
    })
    response.writeHead(200, { 'Content-Type': 'text/xml' }).end('<?xml version="1.0" encoding="UTF-8"?><Response/>')
  } else {
    await recordMessageStatus(ctx, {
      messageSid: text(parameters.MessageSid),
      status: MessageStatusSchema.parse(parameters.MessageStatus),
      errorCode: null,
      attemptId: null,
      raw,
    })
    response.writeHead(204).end()
  }
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    answer(request, response, Buffer.concat(chunks)).catch((error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    })
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ type: 'ready', port: address.port })
})
