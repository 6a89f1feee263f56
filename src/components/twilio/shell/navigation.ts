import {
  AudioLines,
  CalendarClock,
  CircleAlert,
  Contact,
  House,
  type LucideIcon,
  MessageSquareText,
  Phone,
  Settings,
  Workflow,
} from 'lucide-react'
import type { Permission } from '@/shared/can'

type Destination = {
  to: '/' | '/calls' | '/messages' | '/contacts' | '/recordings' | '/waiting' | '/flows' | '/attention' | '/settings'
  label: string
  icon: LucideIcon
  /** Shown to those who may; absent: to everybody. */
  permission?: Permission
  /** Which count of the overview stands beside it. */
  count?: 'activeCalls' | 'unread' | 'attention'
}

/** Where one can go, in the order of the navigation. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'Overview', icon: House },
  { to: '/calls', label: 'Calls', icon: Phone, count: 'activeCalls' },
  { to: '/messages', label: 'Messages', icon: MessageSquareText, count: 'unread' },
  { to: '/contacts', label: 'Contacts', icon: Contact },
  { to: '/recordings', label: 'Recordings', icon: AudioLines, permission: 'recordings.read' },
  { to: '/waiting', label: 'Waiting', icon: CalendarClock },
  { to: '/flows', label: 'Flows', icon: Workflow, permission: 'flows.read' },
  { to: '/attention', label: 'Attention', icon: CircleAlert, permission: 'operations.read', count: 'attention' },
  { to: '/settings', label: 'Settings', icon: Settings, permission: 'numbers.read' },
]
