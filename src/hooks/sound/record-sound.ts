import { encodeWav } from './encode-wav'

/** What a telephone carries is half of it. */
const samplesPerSecond = 16_000

/** Two minutes of such a file are within the five megabytes that are taken. */
const longestMilliseconds = 120_000

export type SoundRecorder = {
  /** Ends it, and gives what was said as a WAV file. */
  finish: () => Promise<File>
  /** Ends it for nothing. */
  discard: () => void
}

/** Records a microphone; the browser asks the person the first time. `onLongest`: it is as long as it may be. Rejects as getUserMedia does. */
export async function recordSound(deviceId: string | null, onLongest: () => void): Promise<SoundRecorder> {
  const audio = deviceId === null ? true : { deviceId: { exact: deviceId } }
  const stream = await navigator.mediaDevices.getUserMedia({ audio })
  const recorder = new MediaRecorder(stream)
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true })
  })
  recorder.start()
  const timer = setTimeout(onLongest, longestMilliseconds)
  const end = () => {
    clearTimeout(timer)
    if (recorder.state !== 'inactive') recorder.stop()
    for (const track of stream.getTracks()) track.stop()
  }
  return {
    discard: end,
    finish: async () => {
      end()
      await stopped
      return toWav(new Blob(parts))
    },
  }
}

/** Browsers record what Twilio does not play: decoded, mixed to one channel and written as WAV. */
async function toWav(recorded: Blob): Promise<File> {
  const context = new AudioContext()
  try {
    const decoded = await context.decodeAudioData(await recorded.arrayBuffer())
    const length = Math.max(1, Math.ceil(decoded.duration * samplesPerSecond))
    const offline = new OfflineAudioContext(1, length, samplesPerSecond)
    const source = offline.createBufferSource()
    source.buffer = decoded
    source.connect(offline.destination)
    source.start()
    const samples = (await offline.startRendering()).getChannelData(0)
    return new File([encodeWav(samples, samplesPerSecond)], 'greeting.wav', { type: 'audio/wav' })
  } finally {
    void context.close()
  }
}
