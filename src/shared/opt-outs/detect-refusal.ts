/** Words that turn the next ones round: "please don't stop texting me" is no refusal. */
const negated =
  /(?:\b(?:don'?t|do not|never|won'?t|will not|wouldn'?t|didn'?t|did not|can'?t|cannot|no need to|not to)\s+(?:(?:ever|just|please|you|need to|have to|want to|want you to|like to|let me|mean to)\s+)*)$/

/** Somebody else's doing: "if you don't contact me by Friday", "they never text me". */
const told = /\b(?:if|when|because|since|why|who|you|they|we|i|he|she|it|nobody|people|recruiters)(?:\s+guys)?\s+$/

const verb = '(?:text|txt|message|msg|contact|bother|write|email|spam|harass|pester)'
const doing =
  '(?:texting|txting|messaging|msging|contacting|sending|spamming|bothering|harassing|pestering|writing|reaching out|hitting me up)'
const me = '(?:me|us|this number|this phone|my phone|my number|my cell)'
const texts = '(?:texts?|messages?|msgs?|sms|text messages|notifications|job offers)'
const polite =
  '(?:please|pls|plz|kindly|just|ok|okay|hey|hi|yo|can you|could you|will you|would you|you need to|i want you to)'
const ending = '(?:it|this|that|now|please|pls|plz|already|thanks|thank you|asap|immediately|everything)'

/**
 * How people ask to be left alone, in lower case, without accents, one sentence at a time. Each is anchored in words, so "stop by my office"
 * is none of them. `byMe`: unless it
 * tells of what somebody else does.
 */
const phrasings: readonly { pattern: RegExp; byMe?: boolean }[] = [
  {
    pattern: new RegExp(
      `\\b(?:stop|quit|cease)\\s+(?:all\\s+)?${doing}\\s+(?:to\\s+)?(?:${me}|these|this|any|so many)\\b`,
    ),
  },
  { pattern: new RegExp(`^(?:${polite}\\s+)*(?:stop|quit)\\s+${doing}(?:\\s+${ending})*$`) },
  { pattern: new RegExp(`^(?:${polite}\\s+)*stop(?:\\s+${ending})*$`) },
  { pattern: new RegExp(`\\bstop\\s+(?:all\\s+)?(?:the|these|your|with the)\\s+${texts}\\b`) },
  { pattern: new RegExp(`\\bhow (?:do|can) i (?:stop|get off|opt out|end)\\b.*\\b(?:${texts}|list|this|these)\\b`) },
  {
    pattern: new RegExp(
      `\\b(?:don'?t|do not|never)\\s+(?:ever\\s+|you ever\\s+)?(?:call or )?${verb}\\s+(?:to\\s+)?${me}\\b`,
    ),
    byMe: true,
  },
  {
    pattern:
      /\b(?:don'?t|do not|never)\s+(?:ever\s+)?(?:call|reach out to)\s+me\s+(?:again|anymore|any more|ever)\b(?!.*\btext)/,
    byMe: true,
  },
  { pattern: new RegExp(`\\bno more\\s+${texts}\\b`) },
  {
    pattern: new RegExp(
      `\\b(?:don'?t|do not|no longer)\\s+(?:want|wish|like|care)\\s+(?:to\\s+(?:receive|get|be contacted|be texted|be messaged|hear from)|(?:any|any more|anymore|your|these|more)\\s+${texts}|you to ${verb})`,
    ),
  },
  {
    pattern: new RegExp(
      `\\b(?:remove|delete|take|drop|scratch|get)\\s+(?:me|my (?:name|number|phone number|cell|contact|info|information)|this number)\\s+(?:off|from|out of)\\s+(?:of\\s+)?(?:your|the|this|all|any|every)\\s+(?:\\w+\\s+)?(?:lists?|database|system|records|contacts|texts?|messages?|files|campaign|crm)\\b`,
    ),
  },
  {
    pattern: new RegExp(
      `\\b(?:remove|delete)\\s+(?:me|my (?:number|phone number|contact|info|information)|this number)(?:\\s+${ending})*$`,
    ),
  },
  { pattern: /\btake me off(?:\s+(?:of\s+)?(?:your|the|this) lists?)?(?:\s+(?:please|now|thanks|thank you))*$/ },
  { pattern: /\bunsubscribe\b/ },
  {
    pattern: new RegExp(
      `\\bopt (?:me |us )?out(?:\\s+(?:of|from)\\s+(?:these|your|all|this|any|text|sms|messages)\\b.*|(?:\\s+${ending})*)$`,
    ),
  },
  { pattern: /\bleave (?:me|us) (?:alone|be)\b/ },
  { pattern: /\b(?:lose|forget|erase) my (?:phone )?number\b/ },
  {
    pattern:
      /^(?:sorry|hi|hello|no|yeah|um)?\s*(?:i think|i believe|looks like|pretty sure)?\s*(?:this is|its|it'?s|you have|you'?ve got|you got|you are texting|you'?re texting|u have|u got)?\s*(?:the|a)?\s*wrong (?:number|person)\b/,
  },
  { pattern: /\b(?:i never|i didn'?t|i did not|never)\s+(?:signed|sign) up for (?:this|these|your|any)\b/ },
  { pattern: /\bcease and desist\b/ },
  { pattern: /\b(?:fuck|piss|buzz|bugger|sod) off\b|^go away\b/ },
  {
    pattern:
      /\b(?:i'?m|i am|i will be|i'?ll be)\s+(?:going to\s+)?(?:blocking|block|reporting|report)\s+(?:you|this number|this)\b/,
  },
  // Spanish, the other language American candidates write in.
  {
    pattern:
      /\bno me (?:escriba|escriban|escribas|manden?|mandes|envien?|envies|contacten?|contactes|molesten?|molestes|texteen?|textees)\b/,
  },
  { pattern: /\b(?:dejen?|deja|dejar|deje) de (?:escribir|mandar|enviar|molestar|contactar|textear)\w*\b/ },
  { pattern: /\b(?:no|ni un) mas (?:mensajes|textos)\b/ },
  { pattern: /\b(?:quiten?|quitar|borren?|borrar|eliminen?|eliminar) (?:mi numero|me de (?:la|su) lista)\b/ },
  { pattern: /\b(?:numero|persona) equivocad[oa]\b/ },
]

/** Texts are 1,600 characters at most; what comes in longer is somebody else's. */
const longest = 1_600

/**
 * Whether a text asks in its own words not to be texted any more, and which of its words say so; null when it does not. Twilio's own words
 * (STOP as the whole text) are classifyKeyword's. A person decides what follows: a doubtful one is shown rather than missed.
 */
export function detectRefusal(body: string): { phrase: string } | null {
  for (const sentence of sentencesOf(body)) {
    for (const { pattern, byMe } of phrasings) {
      const found = pattern.exec(sentence)
      if (!found) continue
      const before = sentence.slice(0, found.index)
      if (negated.test(before) || (byMe && told.test(before))) continue
      return { phrase: found[0].trim() }
    }
  }
  return null
}

/** Lower case, plain quotes, no accents, no punctuation but apostrophes. */
function sentencesOf(body: string): string[] {
  return body
    .slice(0, longest)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘ʼ´`]/g, "'")
    .split(/[.!?;,:\n\r()"“”]+|\s[-–—]+\s/)
    .map((part) => part.replaceAll(/[^\p{L}\p{N}']+/gu, ' ').trim())
    .filter((part) => part !== '')
}
