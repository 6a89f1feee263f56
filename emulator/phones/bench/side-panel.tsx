import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '../parts/icon-button.tsx'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Beside the desk, or over it where there is no room. Takes the focus when opened; Escape closes. */
export const SidePanel = ({ title, onClose, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <aside
      aria-label={title}
      className="fixed inset-0 top-12 z-20 flex min-h-0 flex-col border-line bg-surface lg:static lg:w-96 lg:shrink-0 lg:border-l"
    >
      <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
        <h2 ref={heading} tabIndex={-1} className="text-[15px] font-semibold outline-none">
          {title}
        </h2>
        <IconButton icon={X} label={`Close ${title}`} onClick={onClose} />
      </div>
      {children}
    </aside>
  )
}
