import { useEffect, useId, useState } from 'react'
import { markSeen, startCall } from '../api/actions.ts'
import { messagesOf } from '../api/resources.ts'
import type { Phone } from '../api/schemas.ts'
import { useAction } from '../api/use-action.ts'
import { useResource } from '../api/use-resource.ts'
import { CallScreen } from '../call/call-screen.tsx'
import { DialScreen } from '../call/dial-screen.tsx'
import { derivePhoneName } from '../desk/derive-phone-name.ts'
import { useContactName } from '../desk/use-contact-name.ts'
import { useInSight } from '../desk/use-in-sight.ts'
import { MessageScreen } from '../messages/message-screen.tsx'
import { useNewMessages } from '../messages/use-new-messages.ts'
import { announce } from '../parts/announcer.tsx'
import { CallVoice } from '../sound/call-voice.tsx'
import { HandsetHeader } from './handset-header.tsx'
import { type Screen, ScreenTabs } from './screen-tabs.tsx'
import { SettingsScreen } from './settings-screen.tsx'

interface Props {
  phone: Phone
  speak: boolean
  /** The one that a small screen shows. */
  isChosen: boolean
  onPutAway: () => void
}

/** One telephone: its messages, its calls, its settings. */
export const Handset = ({ phone, speak, isChosen, onPutAway }: Props) => {
  const id = useId()
  const { phoneNumber, activeCallSid } = phone
  const [screen, setScreen] = useState<Screen>(activeCallSid === null ? 'messages' : 'phone')
  const [peer, setPeer] = useState<string | undefined>()
  const [news, setNews] = useState<string | undefined>()
  /** The running call, or the last one until its summary is put away. */
  const [callSid, setCallSid] = useState(activeCallSid)
  const { data: messages, error } = useResource(messagesOf.of(phoneNumber))
  const dialling = useAction()
  const nameOf = useContactName()
  const inSight = useInSight(isChosen)

  const readsNow = inSight && screen === 'messages' && news === undefined && phone.unseen.messages > 0
  useEffect(() => {
    // A page that loses the emulator here learns of it elsewhere.
    if (readsNow) markSeen(phoneNumber, { messages: true }).catch(() => undefined)
  }, [readsNow, phoneNumber])

  if (activeCallSid !== null && activeCallSid !== callSid) {
    setCallSid(activeCallSid)
    setScreen('phone')
  }

  useNewMessages(messages, (message) => {
    const name = derivePhoneName(phone)
    const body = message.body === '' ? 'a picture or file' : message.body
    announce(`${name} received a text from ${nameOf(message.from)}: ${body}`)
    if (screen !== 'messages' || (peer !== undefined && peer !== message.from)) setNews(message.from)
  })

  const call = (to: string): void =>
    void dialling.run(async () => {
      setCallSid(await startCall(phoneNumber, to))
    })
  const showPeer = (next: string): void => {
    setPeer(next)
    if (next === news) setNews(undefined)
  }
  const unseenCalls = phone.unseen.missedCalls + phone.unseen.voicemails
  const show = (next: Screen): void => {
    setScreen(next)
    if (next === 'messages' && (peer === undefined || peer === news)) setNews(undefined)
  }

  return (
    <article
      id={`handset-${phoneNumber}`}
      aria-labelledby={`${id}-name`}
      className="flex h-full min-h-0 w-full flex-col bg-surface sm:w-86 sm:shrink-0 sm:rounded-[40px] sm:border sm:border-casing-edge sm:bg-casing sm:p-2.5 sm:shadow-sm"
    >
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden bg-surface sm:rounded-[30px] sm:border sm:border-casing-edge">
        {callSid === null ? null : <CallVoice key={callSid} callSid={callSid} on={speak} />}
        <span aria-hidden className="mx-auto mt-2.5 hidden h-1 w-14 rounded-full bg-casing-edge sm:block" />
        <HandsetHeader phone={phone} headingId={`${id}-name`} onPutAway={onPutAway} />
        <div
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${screen}`}
          className="flex min-h-0 flex-1 flex-col"
        >
          {screen === 'messages' ? (
            <MessageScreen
              phoneNumber={phoneNumber}
              messages={messages ?? []}
              problem={error}
              peer={peer}
              onPeer={showPeer}
              news={news}
            />
          ) : null}
          {screen === 'settings' ? <SettingsScreen phone={phone} /> : null}
          {screen === 'phone' && callSid !== null ? (
            <CallScreen
              key={callSid}
              callSid={callSid}
              dialError={dialling.error}
              onCallAgain={call}
              onDone={() => setCallSid(null)}
            />
          ) : null}
          {screen === 'phone' && callSid === null ? (
            <DialScreen
              phoneNumber={phoneNumber}
              unseen={unseenCalls}
              isShown={inSight}
              error={dialling.error}
              onCall={call}
              onShow={setCallSid}
            />
          ) : null}
        </div>
        <ScreenTabs
          id={id}
          current={screen}
          inCall={activeCallSid !== null}
          unseen={{
            messages: news === undefined ? phone.unseen.messages : Math.max(1, phone.unseen.messages),
            phone: unseenCalls,
          }}
          onChange={show}
        />
      </div>
    </article>
  )
}
