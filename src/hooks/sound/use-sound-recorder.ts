import { useEffect, useRef, useState } from 'react'
import { readPhoneSettings } from '../phone/phone-settings'
import { isRefusal } from '../phone/use-microphone'
import { recordSound, type SoundRecorder } from './record-sound'

export type SoundRecording =
  | { state: 'none' | 'opening' | 'refused' | 'missing' | 'unusable' }
  | { state: 'recording'; since: number }
  /** `url` plays it in this page. */
  | { state: 'recorded'; url: string }

/** Records what somebody says into this browser's microphone, two minutes at most; `onChange` gets the file, or null when it is begun anew. */
export function useSoundRecorder(onChange: (file: File | null) => void) {
  const [recording, setRecording] = useState<SoundRecording>({ state: 'none' })
  const recorder = useRef<SoundRecorder | null>(null)
  const isGone = useRef(false)
  const url = recording.state === 'recorded' ? recording.url : null
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url])
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      recorder.current?.discard()
    }
  }, [])
  const stop = async () => {
    const running = recorder.current
    recorder.current = null
    if (!running) return
    try {
      const file = await running.finish()
      if (isGone.current) return
      setRecording({ state: 'recorded', url: URL.createObjectURL(file) })
      onChange(file)
    } catch {
      setRecording({ state: 'unusable' })
    }
  }
  const start = async () => {
    setRecording({ state: 'opening' })
    onChange(null)
    try {
      const begun = await recordSound(readPhoneSettings(localStorage).microphoneId, () => void stop())
      if (isGone.current) return begun.discard()
      recorder.current = begun
      setRecording({ state: 'recording', since: Date.now() })
    } catch (error) {
      setRecording({ state: isRefusal(error) ? 'refused' : 'missing' })
    }
  }
  return { recording, start, stop }
}
