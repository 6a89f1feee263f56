import { z } from 'zod'
import { optionalText, text, whole } from '../property'
import type { Verb } from '../instruction'

/** The properties by which a widget speaks: words, an address of a sound, or keys to be pressed. */
export const promptProperties = {
  say: text,
  play: text,
  voice: optionalText,
  language: optionalText,
  loop: whole(1, 0, 1000),
}

const Prompt = z.object(promptProperties)

/** What is heard; nothing when neither words nor a sound are given. Studio's loop 0 is TwiML's: for ever, here a thousand times. */
export function promptVerbs(prompt: z.output<typeof Prompt>): Verb[] {
  if (prompt.say.trim() !== '') {
    return [{ verb: 'say', text: prompt.say, voice: prompt.voice, language: prompt.language, loop: prompt.loop }]
  }
  return prompt.play.trim() === '' ? [] : [{ verb: 'play', url: prompt.play, loop: prompt.loop }]
}
