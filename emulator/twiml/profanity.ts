const words = ['fuck', 'shit', 'cunt', 'bitch', 'bastard', 'asshole', 'damn', 'crap', 'piss']
const shape = new RegExp(`\\b(${words.join('|')})(\\w*)\\b`, 'gi')

/** As the recogniser does it: the first letter stays, the rest becomes stars. */
export function maskProfanity(text: string): string {
  return text.replace(shape, (word) => `${word.charAt(0)}${'*'.repeat(word.length - 1)}`)
}
