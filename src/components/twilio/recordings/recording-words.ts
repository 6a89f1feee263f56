import type { Recording } from '@/shared/schemas/recording'

type State = { words: string; tone: 'quiet' | 'busy' | 'problem' }

/** What a recording is called on screen. */
export function recordingName({ kind }: Pick<Recording, 'kind'>): string {
  return kind === 'voicemail' ? 'Voicemail' : kind === 'conference' ? 'Conference recording' : 'Recording'
}

/** Why a recording was made, and whether the other party was told. */
export function recordingReason({ reason, notice }: Pick<Recording, 'reason' | 'notice'>): string {
  if (reason.by === 'voicemail') return 'Left by the caller'
  const told = notice === null ? 'without a notice' : 'after a notice'
  return `${reasonWords(reason)}, ${told}`
}

function reasonWords({ by, name }: Recording['reason']) {
  switch (by) {
    case 'rule':
      return 'By a rule'
    case 'person':
      return `By ${name ?? 'somebody who is gone'}`
    case 'flow':
      return `By the flow “${name ?? ''}”`
    case 'program':
      return 'By a program'
    default:
      return 'At Twilio'
  }
}

/** Why a recording cannot be played now, as a sentence; null when it can. */
export function recordingState({ status, file, errorMessage }: Recording): State | null {
  switch (status) {
    case 'in-progress':
      return { words: 'Being recorded now.', tone: 'busy' }
    case 'paused':
      return { words: 'Paused: nothing is recorded at the moment.', tone: 'quiet' }
    case 'absent':
      return { words: errorMessage ?? 'Nothing was recorded: it was too short or silent.', tone: 'quiet' }
    case 'failed':
      return { words: errorMessage ?? 'Twilio could not make this recording.', tone: 'problem' }
    case 'stopped':
    case 'processing':
      return { words: 'Twilio is finishing the recording.', tone: 'busy' }
    case 'completed':
      return stateOfFile(file)
  }
}

function stateOfFile({ status, reason }: Recording['file']): State | null {
  switch (status) {
    case 'stored':
      return null
    case 'waiting':
    case 'pending':
      return { words: 'Fetching the sound from Twilio…', tone: 'busy' }
    case 'failed':
      return { words: `${reason ?? 'The sound could not be fetched.'} It is tried again by itself.`, tone: 'problem' }
    case 'refused':
      return { words: `${reason ?? 'The sound cannot be fetched.'} An administrator can try again.`, tone: 'problem' }
  }
}
