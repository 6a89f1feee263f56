/** What machines write of themselves, in lower case. */
const phrases = [
  /\bauto(?:matic(?:ally)?|mated)?[ -]?(?:reply|response|responder|generated|message|text)\b/,
  /\bthis is an automated\b/,
  /\b(?:do not|don'?t|please do not) (?:reply|respond) to this\b/,
  /\b(?:out of (?:the )?office|away from (?:my|the) (?:desk|phone))\b/,
  /\b(?:inbox|mailbox|number|line) is not (?:being )?monitored\b/,
  /\bi'?m (?:driving|in a meeting)\b.*\b(?:later|when i|as soon as|get back|call you back)\b/,
  /\breply (?:stop|help|yes|no|[1-9]|[yn])\b.*\b(?:to|for)\b/,
  /\bmsg ?(?:&|and) ?data rates\b/,
  /\byour (?:verification|security|login|one[ -]time) (?:code|passcode|password)\b/,
]

/** Whether a text seems to come from a machine, which must not be answered by another: by its words, or a sender who is no phone. */
export function looksAutomatic(text: { from: string; body: string }): boolean {
  const body = text.body.slice(0, 1_600).toLowerCase().replaceAll(/[’‘]/g, "'").replaceAll(/\s+/g, ' ')
  return !/^\+[1-9]\d{6,14}$/.test(text.from) || phrases.some((phrase) => phrase.test(body))
}
