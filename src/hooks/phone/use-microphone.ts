import { useEffect, useState } from 'react'

export type Microphone =
  | { heard: 'asking' | 'refused' | 'missing'; level: 0 }
  /** `level`: how loud it is now, 0 to 1. */
  | { heard: 'open'; level: number }

const everyMilliseconds = 100

/** Listens to a microphone while the component lives, to show that it works; the browser asks the person the first time. */
export function useMicrophone(deviceId: string | null): Microphone {
  const [microphone, setMicrophone] = useState<Microphone>({ heard: 'asking', level: 0 })
  useEffect(() => {
    let stop: (() => void) | null = null
    let gone = false
    void listen(deviceId, (level) => setMicrophone({ heard: 'open', level })).then(
      (stopListening) => {
        stop = stopListening
        if (gone) stop()
      },
      (error: unknown) => !gone && setMicrophone({ heard: isRefusal(error) ? 'refused' : 'missing', level: 0 }),
    )
    return () => {
      gone = true
      stop?.()
    }
  }, [deviceId])
  return microphone
}

/** Asks for the microphone once, so that a call later finds it open. Rejects as getUserMedia does. */
export async function askForMicrophone() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  for (const track of stream.getTracks()) track.stop()
}

export function isRefusal(error: unknown) {
  return error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError')
}

async function listen(deviceId: string | null, onLevel: (level: number) => void) {
  const audio = deviceId === null ? true : { deviceId: { exact: deviceId } }
  const stream = await navigator.mediaDevices.getUserMedia({ audio })
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples)
    onLevel(loudnessOf(samples))
  }, everyMilliseconds)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    void context.close()
  }
}

/** 0 to 1: speech into a near microphone is about in the middle. */
function loudnessOf(samples: Uint8Array) {
  let sum = 0
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2
  return Math.min(1, Math.sqrt(sum / samples.length) * 4)
}
