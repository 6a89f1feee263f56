import { announceSelection } from '@/components/ui/announce-selection'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import {
  CalendarPlus,
  Grid3x3,
  Keyboard,
  MessageSquareText,
  Moon,
  Phone,
  SquarePen,
  Sun,
  UserRoundPlus,
} from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { itemsOf } from '@/hooks/cache/pages'
import { useTheme } from '@/hooks/use-theme'
import { useContacts } from '@/hooks/useContacts'
import { useForbidden } from '@/hooks/useMe'
import { formatPhoneNumber } from '../format/format-phone-number'
import { parsePhoneNumber } from '../format/parse-phone-number'
import { useDashboardActions } from './dashboard-actions'
import { destinations } from './navigation'

const itemClass =
  'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 aria-selected:bg-selected [&_svg]:size-4 [&_svg]:text-ink-faint'
const groupClass =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-faint'

/** Goes anywhere, calls or texts anybody. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const term = useDeferredValue(typed.trim())
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[12dvh] z-40 mx-auto max-w-xl animate-appear overflow-hidden rounded-xl border bg-surface shadow-floating"
        >
          <Dialog.Title className="sr-only">Search or go to</Dialog.Title>
          <Command ref={announceSelection} label="Search or go to" loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder="Go to a page, call or text a name or number"
              className="h-12 w-full border-b bg-transparent px-4 outline-none focus-visible:outline-none"
            />
            <Command.List className="max-h-96 overflow-y-auto p-1.5">
              <Command.Empty className="p-6 text-center text-ink-faint">Nothing matches.</Command.Empty>
              <PeopleItems term={term} onDone={onClose} />
              <ActionItems onDone={onClose} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PeopleItems({ term, onDone }: { term: string; onDone: () => void }) {
  const { dial, compose, planCallBack } = useDashboardActions()
  const forbidden = useForbidden()
  const { data } = useContacts({ q: term }, term.length > 1)
  const number = parsePhoneNumber(term)
  const found = term.length > 1 ? itemsOf(data).slice(0, 5) : []
  const people = found.map((contact) => ({ name: contact.name, phoneNumber: contact.phoneNumber }))
  if (number && !people.some((person) => person.phoneNumber === number)) {
    people.unshift({ name: formatPhoneNumber(number), phoneNumber: number })
  }
  if (people.length === 0) return null
  const mayCall = forbidden('calls.place') === undefined
  const mayText = forbidden('messages.send') === undefined
  return (
    <Command.Group heading="People" className={groupClass}>
      {people.flatMap(({ name, phoneNumber }) => [
        mayCall && (
          <Item
            key={`call ${phoneNumber}`}
            value={`call ${name} ${phoneNumber} ${term}`}
            onSelect={() => (onDone(), dial(phoneNumber))}
          >
            <Phone aria-hidden /> Call {name}
          </Item>
        ),
        mayCall && (
          <Item
            key={`later ${phoneNumber}`}
            value={`plan a call back later ${name} ${phoneNumber} ${term}`}
            onSelect={() => (onDone(), planCallBack(phoneNumber))}
          >
            <CalendarPlus aria-hidden /> Plan a call to {name}
          </Item>
        ),
        mayText && (
          <Item
            key={`text ${phoneNumber}`}
            value={`text ${name} ${phoneNumber} ${term}`}
            onSelect={() => (onDone(), compose(phoneNumber))}
          >
            <MessageSquareText aria-hidden /> Text {name}
          </Item>
        ),
      ])}
    </Command.Group>
  )
}

function ActionItems({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate()
  const { dial, compose, editContact, openHelp, planCallBack } = useDashboardActions()
  const { setTheme } = useTheme()
  const forbidden = useForbidden()
  const actions = [
    { name: 'Dial pad', icon: Grid3x3, permission: 'calls.place', run: () => dial() },
    { name: 'Call back later', icon: CalendarPlus, permission: 'calls.place', run: () => planCallBack() },
    { name: 'New text', icon: SquarePen, permission: 'messages.send', run: () => compose() },
    {
      name: 'Add contact',
      icon: UserRoundPlus,
      permission: 'contacts.write',
      run: () => editContact({ phoneNumber: '' }),
    },
    { name: 'Light look', icon: Sun, permission: null, run: () => setTheme('light') },
    { name: 'Dark look', icon: Moon, permission: null, run: () => setTheme('dark') },
    { name: 'Keyboard', icon: Keyboard, permission: null, run: openHelp },
  ] as const
  return (
    <>
      <Command.Group heading="Go to" className={groupClass}>
        {destinations
          .filter(({ permission }) => !permission || !forbidden(permission))
          .map(({ to, label, icon: Icon }) => (
            <Item key={to} value={`go to ${label}`} onSelect={() => (onDone(), void navigate({ to }))}>
              <Icon aria-hidden /> {label}
            </Item>
          ))}
      </Command.Group>
      <Command.Group heading="Do" className={groupClass}>
        {actions
          .filter(({ permission }) => !permission || !forbidden(permission))
          .map(({ name, icon: Icon, run }) => (
            <Item key={name} value={name} onSelect={() => (onDone(), run())}>
              <Icon aria-hidden /> {name}
            </Item>
          ))}
      </Command.Group>
    </>
  )
}

function Item({ value, onSelect, children }: { value: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item value={value} onSelect={onSelect} className={itemClass}>
      {children}
    </Command.Item>
  )
}
