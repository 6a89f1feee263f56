const sentences: Record<string, (detail: string | null) => string> = {
  'call.transfer': (to) => `Transferred to ${to ?? 'another number'}`,
  'call.hang_up': () => 'Hung up from here',
  'call.hold': () => 'Put on hold',
  'call.unhold': () => 'Taken off hold',
  'call.mute': () => 'Our side muted',
  'call.unmute': () => 'Our side heard again',
  'call.keys': () => 'Keys pressed',
  'call.consult': (to) => `Put on hold to talk with ${to ?? 'somebody'} first`,
  'call.consult_cancel': () => 'Taken back before being handed over',
  'call.hand_over': (to) => `Handed over to ${to ?? 'somebody else'}`,
  'call.take': (who) => `Taken by ${who ?? 'one of ours'}`,
  'phone.pick_up': () => 'Answered in a browser',
  'phone.join': () => 'Came into the call in a browser',
  'call.note': (disposition) => (disposition === null ? 'Notes written down' : `Outcome: ${disposition}`),
  'call.voicemail_drop': (greeting) => `Left on their voicemail: ${greeting ?? 'a greeting'}`,
  'call_retry.cancel': () => 'The retry was canceled from here',
  'call_back.request': () => 'They asked to be called back',
  'call_back.add': () => 'A call back was written down',
  'call_back.update': () => 'Their wish to be called back was seen to',
  'call.record': () => 'Recording asked for from here',
  'call.record_pause': () => 'Recording paused from here',
  'call.record_resume': () => 'Recording resumed from here',
  'call.record_stop': () => 'Recording stopped from here',
}

/** What a person did with a call, from its entry in the audit log; others say their own name. */
export function actionSentence(action: string | null, detail: string | null): string {
  return (action !== null && sentences[action]?.(detail)) || (action ?? '')
}
