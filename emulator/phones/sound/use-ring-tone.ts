import { useEffect } from 'react'

const cycleSeconds = 4
const toneSeconds = 1.6

const scheduleTone = (context: AudioContext, at: number): void => {
  const volume = context.createGain()
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.06, at + 0.05)
  volume.gain.setValueAtTime(0.06, at + toneSeconds)
  volume.gain.linearRampToValueAtTime(0, at + toneSeconds + 0.1)
  volume.connect(context.destination)
  for (const hertz of [440, 480]) {
    const oscillator = context.createOscillator()
    oscillator.frequency.value = hertz
    oscillator.connect(volume)
    oscillator.start(at)
    oscillator.stop(at + toneSeconds + 0.2)
  }
}

/** The North American ring (440 and 480 Hz) while `ringing`; silent where a browser has no WebAudio. */
export const useRingTone = (ringing: boolean): void => {
  useEffect(() => {
    if (!ringing || !('AudioContext' in globalThis)) return undefined
    const context = new AudioContext()
    scheduleTone(context, context.currentTime + 0.05)
    const timer = setInterval(() => scheduleTone(context, context.currentTime + 0.05), cycleSeconds * 1000)
    return () => {
      clearInterval(timer)
      void context.close()
    }
  }, [ringing])
}
