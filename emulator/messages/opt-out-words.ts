import { isTollFree } from '../account/phone-number-format.ts'

export type OptOutClass = 'STOP' | 'START' | 'HELP'

const words: Record<OptOutClass, readonly string[]> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'],
  START: ['START', 'YES', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
}

/** The whole message must be one of the words, in any case. YES does not undo a toll-free number's block. */
export function classifyOptOut(body: string, ownNumber: string): OptOutClass | null {
  const word = body.trim().toUpperCase()
  if (word === 'YES' && isTollFree(ownNumber)) return null
  if (words.STOP.includes(word)) return 'STOP'
  if (words.START.includes(word)) return 'START'
  return words.HELP.includes(word) ? 'HELP' : null
}

/** Twilio's own answers, where no Messaging Service says otherwise. */
export function optOutReply(kind: OptOutClass, body: string, ownNumber: string): string {
  const word = body.trim().toLowerCase()
  if (isTollFree(ownNumber) && kind === 'STOP') {
    return `NETWORK MSG: You replied with the word "${word}" which blocks all texts sent from this number. Text back "unstop" to receive messages again.`
  }
  if (isTollFree(ownNumber) && kind === 'START') {
    return `NETWORK MSG: You have replied "${word}" and will begin receiving messages again from this number.`
  }
  if (kind === 'STOP') {
    return 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.'
  }
  if (kind === 'START') {
    return 'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.'
  }
  return 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.'
}
