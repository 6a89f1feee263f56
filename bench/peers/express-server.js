// @ts-check
import express from 'express'
import twilio from 'twilio'
import { recordInboundText, recordTextStatus } from './record-text.js'

/** Express 5 with the SDK's own middleware: what most who build on Twilio run. */
const { PORT = '0', TWILIO_AUTH_TOKEN = '', PUBLIC_URL = '' } = process.env
const host = new URL(PUBLIC_URL).host

const app = express()
/** @param {import('express').Request & { raw?: string }} request @param {unknown} _response @param {Buffer} body */
const keepRaw = (request, _response, body) => void (request.raw = body.toString())
app.use(express.urlencoded({ extended: false, verify: keepRaw }))
app.use(twilio.webhook(TWILIO_AUTH_TOKEN, { host, protocol: 'https' }))
app.post('/api/twilio/webhooks/sms', async (request, response) => {
  await recordInboundText(request.body, Reflect.get(request, 'raw'))
  response.type('text/xml').send(new twilio.twiml.MessagingResponse().toString())
})
app.post('/api/twilio/webhooks/message-status', async (request, response) => {
  await recordTextStatus(request.body, Reflect.get(request, 'raw'))
  response.status(204).end()
})
const server = app.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ type: 'ready', port: address.port })
})
