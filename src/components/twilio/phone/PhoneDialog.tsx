import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import type { PhoneSettings } from '@/hooks/phone/phone-settings'
import { playTestTone } from '@/hooks/phone/ring-tone'
import { useSoundDevices, type SoundDevice } from '@/hooks/phone/use-devices'
import { askForMicrophone, isRefusal, useMicrophone } from '@/hooks/phone/use-microphone'
import { usePhone } from '@/hooks/phone/usePhone'
import { LevelMeter } from './LevelMeter'
import { problemWords } from './phone-words'

/** Turns the phone in this browser on and off, and says with which microphone and speaker. Remembered by this browser. */
export function PhoneDialog({ onClose }: { onClose: () => void }) {
  const { settings, state, command } = usePhone()
  const [refused, setRefused] = useState<'microphone-refused' | 'microphone-missing' | null>(null)
  const keep = (change: Partial<PhoneSettings>) => command({ do: 'settings', settings: { ...settings, ...change } })
  const turnOn = async () => {
    try {
      await askForMicrophone()
      setRefused(null)
      if (typeof Notification !== 'undefined' && Notification.permission === 'default')
        void Notification.requestPermission()
      if (settings.on) command({ do: 'try-again' })
      else keep({ on: true })
    } catch (error) {
      setRefused(isRefusal(error) ? 'microphone-refused' : 'microphone-missing')
    }
  }
  const isInCall = state.call !== null
  return (
    <Dialog
      open
      onClose={onClose}
      title="Phone in this browser"
      description="Calls to you ring here, and you can call from here: no other phone is needed."
    >
      <div className="grid gap-4">
        {settings.on && <Sound settings={settings} keep={keep} />}
        {refused && (
          <p role="alert" className="rounded-md bg-negative-soft px-3 py-2 text-sm text-negative">
            {problemWords[refused]}
          </p>
        )}
        <div className="flex justify-end gap-2">
          {settings.on ? (
            <>
              {state.line === 'failed' && <Button onClick={() => void turnOn()}>Try again</Button>}
              <Button
                disabledReason={isInCall ? 'You are in a call. Hang up first.' : undefined}
                onClick={() => keep({ on: false })}
              >
                Turn off
              </Button>
              <Button variant="primary" onClick={onClose}>
                Done
              </Button>
            </>
          ) : (
            <Button variant="primary" onClick={() => void turnOn()}>
              Turn on
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Sound({ settings, keep }: { settings: PhoneSettings; keep: (change: Partial<PhoneSettings>) => void }) {
  const microphone = useMicrophone(settings.microphoneId)
  const { microphones, speakers } = useSoundDevices(microphone.heard === 'open')
  return (
    <>
      <Field
        label="Microphone"
        error={
          microphone.heard === 'refused' || microphone.heard === 'missing'
            ? problemWords[`microphone-${microphone.heard}`]
            : undefined
        }
        hint="Speak: the bar moves when you are heard."
      >
        {(control) => (
          <Devices
            {...control}
            devices={microphones}
            chosen={settings.microphoneId}
            onChoose={(microphoneId) => keep({ microphoneId })}
          />
        )}
      </Field>
      <LevelMeter level={microphone.level} label="Loudness of the microphone" />
      <Field label="Speaker">
        {(control) => (
          <div className="flex gap-2">
            <Devices
              {...control}
              devices={speakers}
              chosen={settings.speakerId}
              onChoose={(speakerId) => keep({ speakerId })}
            />
            <Button onClick={() => playTestTone(settings.speakerId)}>Test</Button>
          </div>
        )}
      </Field>
    </>
  )
}

type DevicesProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
  devices: readonly SoundDevice[]
  chosen: string | null
  onChoose: (id: string | null) => void
}

function Devices({ devices, chosen, onChoose, ...control }: DevicesProps) {
  const isGone = chosen !== null && !devices.some(({ id }) => id === chosen)
  return (
    <Select {...control} value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
      <option value="">This computer’s default</option>
      {isGone && <option value={chosen}>The one chosen before (not connected)</option>}
      {devices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  )
}
