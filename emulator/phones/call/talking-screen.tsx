import { PhoneOff } from 'lucide-react'
import { useState } from 'react'
import { actOnCall, type CallDeeds } from '../api/actions.ts'
import type { CallDetail } from '../api/schemas.ts'
import { useAction } from '../api/use-action.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { silenceCall } from '../sound/voice-queue.ts'
import { CallHeader } from './call-header.tsx'
import { ConferenceCard } from './conference-card.tsx'
import { deriveThisParty } from './derive-call-state.ts'
import { HeardList } from './heard-list.tsx'
import { Keypad } from './keypad.tsx'
import { RecordForm } from './record-form.tsx'
import { SayForm } from './say-form.tsx'
import { useKeysOfHandset } from './use-keys-of-handset.ts'
import { WaitingLine } from './waiting-line.tsx'

/** A call that runs: what is heard, and everything the person can do about it. */
export const TalkingScreen = ({ call }: { call: CallDetail }) => {
  const { error, run } = useAction()
  const [pressed, setPressed] = useState('')

  const act = <Deed extends keyof CallDeeds>(deed: Deed, body: CallDeeds[Deed]): Promise<boolean> =>
    run(() => actOnCall(call.callSid, deed, body))

  const press = (key: string): void => {
    setPressed((keys) => (keys + key).slice(-12))
    void act('digits', { digits: key })
  }

  const hangUp = (): void => {
    silenceCall(call.callSid)
    void act('hangup', {})
  }
  const screen = useKeysOfHandset(press)

  return (
    <div ref={screen} className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-4 pt-1 pb-3">
      <CallHeader call={call} pressed={pressed} />
      {call.conference ? <ConferenceCard conference={call.conference} callSid={call.callSid} /> : null}
      <HeardList heard={call.heard} label={`Heard on ${formatPhoneNumber(deriveThisParty(call))}`} />
      <WaitingLine waitingFor={call.waitingFor} />
      <Problem sentence={error} />
      {call.waitingFor === 'record' ? (
        <RecordForm onRecord={(recording) => act('record', recording)} />
      ) : (
        <SayForm onSay={(speech) => act('speech', speech)} />
      )}
      <Keypad label="Keypad" onPress={press} />
      <Button look="bad" className="h-11" onClick={hangUp}>
        <PhoneOff aria-hidden size={18} />
        Hang up
      </Button>
    </div>
  )
}
