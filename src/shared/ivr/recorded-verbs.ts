import type { Verb } from './instruction'

/** Whether a step of a flow begins to record by itself; a message that a caller leaves is not meant. */
export function beginRecording(verbs: readonly Verb[]): boolean {
  return verbs.some((verb) => verb.verb === 'start-recording' || (verb.verb === 'dial' && verb.record))
}

/** The same, with nothing recorded. */
export function withoutRecording(verbs: readonly Verb[]): readonly Verb[] {
  return verbs.flatMap((verb) => {
    if (verb.verb === 'start-recording') return []
    return [verb.verb === 'dial' ? { ...verb, record: false } : verb]
  })
}

/** The same, with this sentence before somebody is rung or the recording begins. */
export function withSentence(verbs: readonly Verb[], sentence: string): readonly Verb[] {
  const index = verbs.findIndex(({ verb }) => verb === 'dial' || verb === 'start-recording')
  return index === -1 ? verbs : verbs.toSpliced(index, 0, { verb: 'say', text: sentence, loop: 1 })
}
