import { CalendarPlus, MessageSquareText, Phone } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { useForbidden } from '@/hooks/useMe'
import type { Contact } from '@/shared/schemas/contact'
import { LocalTime } from '../LocalTime'
import { PhoneNumber } from '../PhoneNumber'
import { useDashboardActions } from '../shell/dashboard-actions'

export const contactRowHeight = 52

export function ContactRow({ contact, onTag }: { contact: Contact; onTag: (tag: string) => void }) {
  const { dial, compose, editContact, planCallBack } = useDashboardActions()
  const forbidden = useForbidden()
  return (
    <div className="flex h-full items-center gap-3 border-b px-4 hover:bg-hover">
      <button
        type="button"
        data-row
        onClick={() => editContact(contact)}
        className="flex h-full min-w-0 flex-1 items-center gap-3 text-left outline-offset-[-2px]"
      >
        <Avatar name={contact.name} />
        <span className="min-w-0 flex-1 @2xl:w-56 @2xl:flex-none">
          <span className="block truncate font-medium">{contact.name}</span>
          <span className="flex items-center gap-2 @2xl:hidden">
            <PhoneNumber value={contact.phoneNumber} className="shrink-0 text-sm text-ink-faint" />
            <FewTags tags={contact.tags} />
          </span>
        </span>
        <PhoneNumber value={contact.phoneNumber} className="hidden w-48 text-ink-soft @2xl:block" />
        <span className="hidden flex-1 @2xl:block">
          {contact.timeZone && <LocalTime timeZone={contact.timeZone} name={contact.name} />}
        </span>
      </button>
      {contact.tags.length > 0 && (
        <span className="hidden max-w-80 shrink-0 items-center gap-1 overflow-hidden @2xl:flex">
          {contact.tags.slice(0, 3).map((tag) => (
            <button key={tag} type="button" aria-label={`Show all tagged ${tag}`} onClick={() => onTag(tag)}>
              <Badge className="max-w-28 shrink hover:bg-active">
                <span className="truncate">{tag}</span>
              </Badge>
            </button>
          ))}
          {contact.tags.length > 3 && <Badge>+{contact.tags.length - 3}</Badge>}
        </span>
      )}
      <Button
        variant="quiet"
        size="icon"
        label={`Call ${contact.name}`}
        disabledReason={forbidden('calls.place')}
        onClick={() => dial(contact.phoneNumber)}
      >
        <Phone aria-hidden />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        className="hidden @2xl:inline-flex"
        label={`Call ${contact.name} back later`}
        disabledReason={forbidden('calls.place')}
        onClick={() => planCallBack(contact.phoneNumber)}
      >
        <CalendarPlus aria-hidden />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        label={`Text ${contact.name}`}
        disabledReason={forbidden('messages.send')}
        onClick={() => compose(contact.phoneNumber)}
      >
        <MessageSquareText aria-hidden />
      </Button>
    </div>
  )
}

/** As many as a narrow row holds. */
function FewTags({ tags: [first, ...others] }: { tags: readonly string[] }) {
  if (first === undefined) return null
  return (
    <span className="flex min-w-0 items-center gap-1">
      <Badge className="min-w-0 shrink">
        <span className="truncate">{first}</span>
      </Badge>
      {others.length > 0 && (
        <Badge>
          +{others.length}
          <span className="sr-only">{` more: ${others.join(', ')}`}</span>
        </Badge>
      )}
    </span>
  )
}
