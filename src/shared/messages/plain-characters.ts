/**
 * What word processors and telephones type in place of the characters that a plain text (GSM-7) has, and what to write instead. Letters with
 * accents that GSM-7 lacks are not listed: they lose the accent.
 */
export const plainCharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'": '‘’‚‛ʹʼ′´`',
    '"': '“”„‟″«»',
    '<': '‹',
    '>': '›',
    '-': '‐‑‒–—―−⁃•',
    '...': '…',
    ' ': '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    '\n': '\u2028\u2029',
    // Soft hyphens and marks that nobody sees.
    '': '\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff',
    x: '×',
    '->': '→',
    '<-': '←',
    '(TM)': '™',
    '(R)': '®',
    '(C)': '©',
    l: 'ł',
    L: 'Ł',
    d: 'đð',
    D: 'ĐÐ',
    i: 'ı',
    h: 'ħ',
    oe: 'œ',
    OE: 'Œ',
    th: 'þ',
    Th: 'Þ',
    SS: 'ẞ',
  }).flatMap(([plain, typed]) => Array.from(typed, (character): [string, string] => [character, plain])),
)
