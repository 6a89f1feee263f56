import { createContext, use, useEffect } from 'react'
import type { Contact } from '@/shared/schemas/contact'

export type DashboardActions = {
  /** Opens the dial pad, with a number if there is one. */
  dial: (phoneNumber?: string) => void
  /** Opens the form for a call later, with a number if there is one. */
  planCallBack: (phoneNumber?: string) => void
  /** Opens the thread with a number, or an empty text. */
  compose: (phoneNumber?: string) => void
  /** Opens the contact form: an existing contact, or a new one for a number. */
  editContact: (contact: Contact | { phoneNumber: string }) => void
  openPalette: () => void
  openHelp: () => void
  /** The phone on which one is rung. */
  openOwnPhone: () => void
  /** Says something to those who listen to the screen. */
  announce: (text: string) => void
  /** Whose number the keys c and m mean. */
  setSubject: (phoneNumber: string | null) => void
}

export const DashboardActionsContext = createContext<DashboardActions | null>(null)

export function useDashboardActions(): DashboardActions {
  const actions = use(DashboardActionsContext)
  if (!actions) throw new Error('useDashboardActions belongs inside TwilioDashboard')
  return actions
}

/** While this is on screen, c calls and m texts this number. */
export function useSubject(phoneNumber: string | null) {
  const { setSubject } = useDashboardActions()
  useEffect(() => {
    setSubject(phoneNumber)
    return () => setSubject(null)
  }, [phoneNumber, setSubject])
}
