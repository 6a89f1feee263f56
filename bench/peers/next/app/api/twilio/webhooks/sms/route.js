import twilio from 'twilio'
import { recordInboundText } from '../../../../../../record-text.js'
import { signedParameters } from '../../../../signed.js'

export async function POST(request) {
  const signed = await signedParameters(request)
  if (!signed) return new Response('Forbidden', { status: 403 })
  await recordInboundText(signed.parameters, signed.raw)
  return new Response(new twilio.twiml.MessagingResponse().toString(), { headers: { 'Content-Type': 'text/xml' } })
}
