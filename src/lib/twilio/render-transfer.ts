/** TwiML that rings a number for whoever is on the call, and ends the call when that is over or nobody answers. */
export async function renderTransfer(transfer: { to: string; callerId: string; statusCallback: string }): Promise<string> {
  const { default: twilio } = await import('twilio')
  const response = new twilio.twiml.VoiceResponse()
  const dial = response.dial({ callerId: transfer.callerId, timeout: 30 })
  dial.number(
    { statusCallback: transfer.statusCallback, statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'] },
    transfer.to,
  )
  return response.toString()
}
