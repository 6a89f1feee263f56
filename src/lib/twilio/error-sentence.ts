import { deliveryErrors } from './error-sentences/delivery-errors'
import { requestErrors } from './error-sentences/request-errors'

/** Twilio's error code as a sentence a recruiter understands, and what to do about it. Never empty: an unknown code is named. */
export function errorSentence(code: number): string {
  return (
    sentences.get(code) ??
    `Twilio reported error ${code}. Look it up at https://www.twilio.com/docs/api/errors/${code} or ask your administrator.`
  )
}

const sentences = new Map([...requestErrors, ...deliveryErrors])
