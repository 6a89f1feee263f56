import { useEffect, useState } from 'react'

export type SoundDevice = { id: string; label: string }

/** The browser's microphones and speakers, as they come and go. They have names once the person has allowed the microphone. */
export function useSoundDevices(isAllowed: boolean): { microphones: SoundDevice[]; speakers: SoundDevice[] } {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([])
  useEffect(() => {
    let gone = !isAllowed
    const read = () =>
      void navigator.mediaDevices.enumerateDevices().then(
        (found) => !gone && setDevices(found),
        () => undefined,
      )
    read()
    navigator.mediaDevices.addEventListener('devicechange', read)
    return () => {
      gone = true
      navigator.mediaDevices.removeEventListener('devicechange', read)
    }
  }, [isAllowed])
  const ofKind = (kind: MediaDeviceKind, word: string) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '' && device.deviceId !== 'default')
      .map((device, index) => ({ id: device.deviceId, label: device.label || `${word} ${index + 1}` }))
  return { microphones: ofKind('audioinput', 'Microphone'), speakers: ofKind('audiooutput', 'Speaker') }
}
