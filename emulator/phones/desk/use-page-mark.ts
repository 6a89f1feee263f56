import { useEffect } from 'react'

const draw = (mark: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="8" y="2" width="16" height="28" rx="4" fill="#3552cf"/><rect x="11" y="6" width="10" height="17" rx="1" fill="#fff"/>${mark}</svg>`,
  )}`

const ringingIcon = draw('<circle cx="23" cy="9" r="8" fill="#14774a" stroke="#fff" stroke-width="2"/>')
const unseenIcon = draw('<circle cx="24" cy="8" r="6" fill="#bf2a30" stroke="#fff" stroke-width="2"/>')

/** The window's title and icon, seen from another tab: who rings, else how much nobody has looked at. */
export const usePageMark = (ringing: boolean, unseen: number): void => {
  useEffect(() => {
    document.title = ringing ? '☎ Ringing · Phones' : unseen > 0 ? `(${unseen}) Phones` : 'Phones'
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (!icon) return
    icon.dataset['calm'] ??= icon.href
    icon.href = ringing ? ringingIcon : unseen > 0 ? unseenIcon : icon.dataset['calm']
  }, [ringing, unseen])
}
