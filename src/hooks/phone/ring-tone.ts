/** Two tones for two seconds, four of silence: made here, so that no file has to be fetched while somebody waits. */
export function startRingTone(speakerId: string | null): () => void {
  const sound = openSound(speakerId)
  if (!sound) return () => undefined
  const ring = () => playTones(sound, [440, 480], 2)
  ring()
  const timer = setInterval(ring, 6_000)
  return () => {
    clearInterval(timer)
    sound.close()
  }
}

/** A short tone, to hear which speaker it is. */
export function playTestTone(speakerId: string | null) {
  const sound = openSound(speakerId)
  if (!sound) return
  playTones(sound, [520], 0.6)
  setTimeout(sound.close, 1_000)
}

type Sound = { context: AudioContext; out: AudioNode; close: () => void }

function openSound(speakerId: string | null): Sound | null {
  if (typeof AudioContext === 'undefined') return null
  const context = new AudioContext()
  const close = () => void context.close()
  if (speakerId === null) return { context, out: context.destination, close }
  const stream = context.createMediaStreamDestination()
  const speaker = new Audio()
  speaker.srcObject = stream.stream
  // Not every browser can choose a speaker, and not every speaker is still there; then the default one rings.
  void Promise.resolve(speaker.setSinkId?.(speakerId))
    .catch(() => undefined)
    .then(() => speaker.play())
    .catch(() => undefined)
  return { context, out: stream, close }
}

function playTones({ context, out }: Sound, frequencies: readonly number[], seconds: number) {
  const volume = context.createGain()
  volume.gain.value = 0.12
  volume.connect(out)
  for (const frequency of frequencies) {
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(volume)
    tone.start()
    tone.stop(context.currentTime + seconds)
  }
}
