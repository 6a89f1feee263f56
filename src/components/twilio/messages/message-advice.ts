/** What a recruiter can do about an error of Twilio's; https://www.twilio.com/docs/api/errors has their causes. */
const advice: Record<number, string> = {
  21211: 'Check the number with the candidate.',
  21408: 'Ask an administrator to open this country in Twilio.',
  21610: 'They can text START to receive texts again; until then, call.',
  21614: 'It may be a landline: call instead.',
  30003: 'The phone is off or out of reach: try again later, or call.',
  30004: 'The carrier blocks texts to this number: call instead.',
  30005: 'The number may be out of service: check it, or call.',
  30006: 'It is a landline or cannot receive texts: call instead.',
  30007: 'A carrier took it for spam: write it differently, without links.',
  30008: 'The carrier gave no reason: try again later, or call.',
  30034: 'Ask an administrator to register our number for texting.',
}

export function messageAdvice(errorCode: number | null) {
  return errorCode === null ? '' : (advice[errorCode] ?? '')
}
