import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react'
import { useHotkeys } from '@/hooks/use-hotkeys'
import type { Contact } from '@/shared/schemas/contact'
import { DashboardActionsContext, type DashboardActions } from './dashboard-actions'
import { focusPageSearch, moveFocus } from './list-focus'
import { usePaletteShortcut } from './use-palette-shortcut'

const DialPad = lazy(() => import('../calls/DialPad').then((module) => ({ default: module.DialPad })))
const CommandPalette = lazy(() => import('./CommandPalette').then((module) => ({ default: module.CommandPalette })))
const KeyboardHelp = lazy(() => import('./KeyboardHelp').then((module) => ({ default: module.KeyboardHelp })))
const OwnPhoneDialog = lazy(() =>
  import('../settings/OwnPhoneDialog').then((module) => ({ default: module.OwnPhoneDialog })),
)
const CallBackForm = lazy(() =>
  import('../call-backs/CallBackForm').then((module) => ({ default: module.CallBackForm })),
)
const ContactForm = lazy(() => import('../contacts/ContactForm').then((module) => ({ default: module.ContactForm })))

type OpenDialog =
  | { kind: 'dial'; phoneNumber: string | undefined }
  | { kind: 'call-back'; phoneNumber: string | undefined }
  | { kind: 'palette' }
  | { kind: 'help' }
  | { kind: 'own-phone' }
  | { kind: 'contact'; contact: Contact | { phoneNumber: string } }

/** What can be done from anywhere, and its keys. The dialogs load when first opened. */
export function DashboardProvider({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const [announcement, setAnnouncement] = useState('')
  const subject = useRef<string | null>(null)
  const close = () => setOpen(null)

  const actions = useMemo<DashboardActions>(
    () => ({
      dial: (phoneNumber) => setOpen({ kind: 'dial', phoneNumber }),
      planCallBack: (phoneNumber) => setOpen({ kind: 'call-back', phoneNumber }),
      compose: (phoneNumber) => void navigate({ to: '/messages/new', search: phoneNumber ? { to: phoneNumber } : {} }),
      editContact: (contact) => setOpen({ kind: 'contact', contact }),
      openPalette: () => setOpen({ kind: 'palette' }),
      openHelp: () => setOpen({ kind: 'help' }),
      openOwnPhone: () => setOpen({ kind: 'own-phone' }),
      announce: setAnnouncement,
      setSubject: (phoneNumber) => {
        subject.current = phoneNumber
      },
    }),
    [navigate],
  )

  usePaletteShortcut(actions.openPalette)
  useHotkeys({
    c: () => actions.dial(subject.current ?? undefined),
    m: () => actions.compose(subject.current ?? undefined),
    '?': actions.openHelp,
    '/': focusPageSearch,
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
  })

  return (
    <DashboardActionsContext value={actions}>
      {children}
      <output className="sr-only">{announcement}</output>
      <Suspense>
        {open?.kind === 'dial' && <DialPad phoneNumber={open.phoneNumber} onClose={close} />}
        {open?.kind === 'call-back' && <CallBackForm phoneNumber={open.phoneNumber} onClose={close} />}
        {open?.kind === 'palette' && <CommandPalette onClose={close} />}
        {open?.kind === 'help' && <KeyboardHelp onClose={close} />}
        {open?.kind === 'own-phone' && <OwnPhoneDialog person={null} onClose={close} />}
        {open?.kind === 'contact' && <ContactForm contact={open.contact} onClose={close} />}
      </Suspense>
    </DashboardActionsContext>
  )
}
