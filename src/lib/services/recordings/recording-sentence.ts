/** What a call's timeline says of a recording: by its kind, its state ('deleted' too) and how long it is. */
export function recordingSentence(word: string | null, seconds: string | null): string {
  const [kind, status = ''] = (word ?? '').split(':')
  const name = kind === 'voicemail' ? 'Voicemail' : 'Recording'
  const length = seconds === null || seconds === '0' ? '' : `, ${seconds} seconds`
  switch (status) {
    case 'in-progress':
    case 'paused':
      return kind === 'voicemail' ? 'A message is being left' : 'Recording began'
    case 'completed':
      return `${name}${length}`
    case 'deleted':
      return `${name}${length}: deleted`
    case 'absent':
      return `${name}: nothing was recorded`
    case 'failed':
      return `${name}: Twilio could not make it`
    default:
      return `${name}${length}: being finished`
  }
}
