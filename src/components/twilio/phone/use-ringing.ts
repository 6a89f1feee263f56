import { useEffect } from 'react'
import { startRingTone } from '@/hooks/phone/ring-tone'
import { setTitleNote } from '../shell/title-note'

/** Tells of a ringing call: by sound and a notification in the tab that owns the phone, by the title in every tab. */
export function useRinging({ who, rings, speakerId }: { who: string; rings: boolean; speakerId: string | null }) {
  useEffect(() => {
    setTitleNote(`Call from ${who}`)
    return () => setTitleNote(null)
  }, [who])
  useEffect(() => (rings ? startRingTone(speakerId) : undefined), [rings, speakerId])
  useEffect(() => {
    if (!rings || document.visibilityState === 'visible') return
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
    const notification = new Notification('Incoming call', { body: who, tag: 'eva-phone', requireInteraction: true })
    notification.addEventListener('click', () => {
      window.focus()
      notification.close()
    })
    return () => notification.close()
  }, [rings, who])
}
