import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { itemsOf } from '@/hooks/cache/pages'
import { useFocusOnMount } from '@/hooks/use-focus-on-mount'
import { useContactOf, useContacts } from '@/hooks/useContacts'
import { FirstTextComposer } from '../composer/FirstTextComposer'
import { formatPhoneNumber } from '../format/format-phone-number'
import { parsePhoneNumber } from '../format/parse-phone-number'
import { useExistingConversation } from './use-existing-conversation'
import { WaitingTexts } from './WaitingTexts'

const route = getRouteApi('/signed-in/messages/new')

/** A text to somebody new. A number we already text with opens its conversation instead. */
export function NewMessage() {
  const { to } = route.useSearch()
  const field = useFocusOnMount<HTMLInputElement>(to === undefined)
  const [typed, setTyped] = useState(to ? formatPhoneNumber(to) : '')
  const phoneNumber = parsePhoneNumber(typed)
  const { data: contact } = useContactOf(phoneNumber)
  const existing = useExistingConversation(phoneNumber)
  return (
    <section aria-label="New text" className="flex min-h-0 flex-1 flex-col bg-surface">
      <header className="flex h-13 shrink-0 items-center gap-2 border-b px-2 md:px-4">
        <Button asChild variant="quiet" size="icon" className="md:hidden" aria-label="Back to the conversations">
          <Link to="/messages">
            <ArrowLeft aria-hidden />
          </Link>
        </Button>
        <label htmlFor="new-message-to" className="text-ink-faint">
          To
        </label>
        <Input
          id="new-message-to"
          ref={field}
          autoComplete="off"
          placeholder="Name or number"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="max-w-80"
        />
        <span className="truncate text-ink-soft">{contact?.name}</span>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {!phoneNumber && typed.trim() !== '' && (
          <Suggestions term={typed.trim()} onChoose={(number) => setTyped(formatPhoneNumber(number))} />
        )}
        {phoneNumber && (
          <div className="mx-auto flex max-w-3xl flex-col px-3 py-4 md:px-5">
            <WaitingTexts to={phoneNumber} />
          </div>
        )}
      </div>
      <FirstTextComposer
        to={phoneNumber}
        name={contact?.name ?? null}
        checking={existing.isChecking}
        focus={to !== undefined}
      />
    </section>
  )
}

function Suggestions({ term, onChoose }: { term: string; onChoose: (phoneNumber: string) => void }) {
  const { data } = useContacts({ q: term })
  return (
    <ul aria-label="Contacts" className="p-2">
      {itemsOf(data)
        .slice(0, 8)
        .map((contact) => (
          <li key={contact.id}>
            <button
              type="button"
              onClick={() => onChoose(contact.phoneNumber)}
              className="flex h-10 w-full items-center gap-3 rounded-md px-3 text-left hover:bg-hover"
            >
              <span className="font-medium">{contact.name}</span>
              <span className="text-ink-faint tabular">{formatPhoneNumber(contact.phoneNumber)}</span>
            </button>
          </li>
        ))}
    </ul>
  )
}
