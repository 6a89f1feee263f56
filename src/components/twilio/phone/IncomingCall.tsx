import { Phone, PhoneIncoming, PhoneOff } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { usePhone } from '@/hooks/phone/usePhone'
import type { PhoneCallState } from '@/hooks/phone/phone-state'
import { PhoneNumber } from '../PhoneNumber'
import { useCallerName } from './use-caller-name'
import { useRinging } from './use-ringing'

/** A call rings: over every page, heard, and taken by mouse, by key or by name. */
export function IncomingCall({ call }: { call: PhoneCallState }) {
  const { owns, settings, command } = usePhone()
  const who = useCallerName(call.them)
  const titleId = useId()
  const answer = useRef<HTMLButtonElement>(null)
  useRinging({ who, rings: owns, speakerId: settings.speakerId })

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === 'a') command({ do: 'accept' })
    else if (event.key === 'd') command({ do: 'decline' })
    else return
    event.preventDefault()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => {
    const before = document.activeElement
    // Whoever writes goes on writing; the live region has told them.
    if (!isTyping(before)) answer.current?.focus()
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus()
    }
  }, [])

  return (
    <>
      <p role="alert" className="sr-only">
        {`Incoming call from ${who}. Press A to answer, D to decline.`}
      </p>
      <section
        role="alertdialog"
        aria-labelledby={titleId}
        className="fixed inset-x-3 top-3 z-50 mx-auto max-w-sm animate-appear rounded-xl border bg-surface p-4 shadow-floating"
      >
        <div className="flex items-center gap-3">
          <span className="grid size-10 shrink-0 animate-pulse-soft place-items-center rounded-full bg-positive-soft text-positive motion-reduce:animate-none">
            <PhoneIncoming aria-hidden className="size-5" />
          </span>
          <div className="min-w-0">
            <h2 id={titleId} className="truncate text-lg font-semibold">
              <span className="sr-only">Incoming call from </span>
              {who}
            </h2>
            {call.them.startsWith('+') && <PhoneNumber value={call.them} className="text-sm text-ink-faint" />}
          </div>
        </div>
        <div className="mt-4 flex gap-2">
          <Button variant="danger" size="large" className="flex-1" onClick={() => command({ do: 'decline' })}>
            <PhoneOff aria-hidden /> Decline <Kbd>D</Kbd>
          </Button>
          <Button
            ref={answer}
            variant="positive"
            size="large"
            className="flex-1"
            onClick={() => command({ do: 'accept' })}
          >
            <Phone aria-hidden /> Answer <Kbd>A</Kbd>
          </Button>
        </div>
      </section>
    </>
  )
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null
}
