import { useState } from 'react'
import { phones as phonesResource } from './api/resources.ts'
import { useResource } from './api/use-resource.ts'
import { EmulatorPanel } from './bench/emulator-panel.tsx'
import { SidePanel } from './bench/side-panel.tsx'
import { type Panel, TopBar } from './bench/top-bar.tsx'
import { isRinging } from './call/derive-call-state.ts'
import { useActiveCalls } from './call/use-active-calls.ts'
import { countUnseen } from './desk/describe-unseen.ts'
import { derivePhoneName } from './desk/derive-phone-name.ts'
import { DeskView } from './desk/desk-view.tsx'
import { HandsetRail } from './desk/handset-rail.tsx'
import { HandsetStrip } from './desk/handset-strip.tsx'
import { useContactName } from './desk/use-contact-name.ts'
import { useDesk } from './desk/use-desk.ts'
import { usePageMark } from './desk/use-page-mark.ts'
import { useRingNotice } from './desk/use-ring-notice.ts'
import { Announcer } from './parts/announcer.tsx'
import { useRingTone } from './sound/use-ring-tone.ts'
import { useSoundChoice } from './sound/use-sound-choice.ts'
import { WebhookLog } from './webhooks/webhook-log.tsx'

const titles: Record<Panel, string> = { webhooks: 'Webhooks', emulator: 'Emulator' }

export const App = () => {
  const { data: phones, error } = useResource(phonesResource)
  const all = phones ?? []
  const calls = useActiveCalls(all)
  const ringing = all.filter((phone) => {
    const call = calls.get(phone.phoneNumber)
    return call !== undefined && isRinging(call)
  })
  const ringingNumbers = ringing.map((phone) => phone.phoneNumber)
  const nameOf = useContactName()
  const desk = useDesk(all, ringingNumbers)
  const ring = useSoundChoice('ring')
  const speech = useSoundChoice('speech')
  const [panel, setPanel] = useState<Panel | undefined>()
  const [listOpen, setListOpen] = useState(false)

  usePageMark(
    ringing.length > 0,
    all.reduce((sum, phone) => sum + countUnseen(phone.unseen), 0),
  )
  useRingTone(ring.on && ringing.length > 0)
  useRingNotice(
    ringing.map((phone) => {
      const from = calls.get(phone.phoneNumber)?.from ?? ''
      return `${derivePhoneName(phone)} is ringing: call from ${nameOf(from)}.`
    }),
  )

  const pick = (phoneNumber: string): void => {
    desk.pickUp(phoneNumber)
    setListOpen(false)
    requestAnimationFrame(() =>
      document.querySelector(`#${CSS.escape(`handset-${phoneNumber}`)}`)?.scrollIntoView({ inline: 'nearest' }),
    )
  }

  return (
    <div className="flex h-dvh flex-col">
      <TopBar
        ring={ring}
        speech={speech}
        panel={panel}
        onPanel={(next) => setPanel(next === panel ? undefined : next)}
      />
      {all.length > 0 ? (
        <HandsetStrip
          open={desk.open}
          shown={desk.shown}
          ringing={ringingNumbers}
          listOpen={listOpen}
          onShow={pick}
          onList={() => setListOpen(!listOpen)}
        />
      ) : null}
      <div className="flex min-h-0 flex-1">
        <main className="flex min-h-0 min-w-0 flex-1">
          {all.length > 0 ? (
            <nav
              aria-label="All handsets"
              className={`w-full shrink-0 overflow-y-auto border-line bg-surface p-3 sm:block sm:w-72 sm:border-r ${listOpen ? '' : 'hidden'}`}
            >
              <HandsetRail phones={all} open={desk.open} ringing={ringingNumbers} onPick={pick} />
            </nav>
          ) : null}
          <DeskView
            desk={desk}
            loading={phones === undefined && error === undefined}
            problem={error}
            hasPhones={all.length > 0}
            hiddenWhenSmall={listOpen}
            speak={speech.on}
          />
        </main>
        {panel === undefined ? null : (
          <SidePanel key={panel} title={titles[panel]} onClose={() => setPanel(undefined)}>
            {panel === 'webhooks' ? <WebhookLog /> : <EmulatorPanel />}
          </SidePanel>
        )}
      </div>
      <Announcer />
    </div>
  )
}
