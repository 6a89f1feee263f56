import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { useHotkeys } from '@/hooks/use-hotkeys'
import type { Conversation } from '@/shared/schemas/message'
import { ReplyComposer } from '../composer/ReplyComposer'
import { NoteComposer } from './NoteComposer'
import type { Outbox } from './use-outbox'

const tabClass =
  'h-6 rounded-md px-2 text-xs font-medium text-ink-faint hover:text-ink data-[state=active]:bg-sunken data-[state=active]:text-ink'

/** A text to the person, or a note to the team; n goes to the note. */
export function ReplyArea({ conversation, outbox }: { conversation: Conversation; outbox: Outbox }) {
  const [tab, setTab] = useState('text')
  useHotkeys({ n: () => setTab('note') })
  return (
    <Tabs.Root value={tab} onValueChange={setTab} className="shrink-0 border-t [&_form]:border-t-0">
      <div className="px-3 pt-1.5 md:px-5">
        <Tabs.List aria-label="What to write" className="mx-auto flex max-w-3xl gap-1">
          <Tabs.Trigger value="text" className={tabClass}>
            Reply
          </Tabs.Trigger>
          <Tabs.Trigger value="note" className={tabClass}>
            Note
          </Tabs.Trigger>
        </Tabs.List>
      </div>
      <Tabs.Content value="text" tabIndex={-1} className="outline-none [&>form]:pt-1">
        <ReplyComposer conversation={conversation} outbox={outbox} />
      </Tabs.Content>
      <Tabs.Content value="note" tabIndex={-1} className="outline-none [&>form]:pt-1">
        <NoteComposer conversationId={conversation.id} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
