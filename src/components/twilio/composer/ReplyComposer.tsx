import { MessageSquareOff } from 'lucide-react'
import { useVerdict } from '@/hooks/useVerdict'
import type { Conversation } from '@/shared/schemas/message'
import { setDraft } from '../messages/use-draft'
import type { Outbox } from '../messages/use-outbox'
import { Composer } from './Composer'
import { SuggestedReply } from './SuggestedReply'

/** Writes the next text of a conversation; it stands in the thread at once, as not confirmed. */
export function ReplyComposer({ conversation, outbox }: { conversation: Conversation; outbox: Outbox }) {
  const { id, theirNumber, ourNumber, contactName } = conversation
  if (conversation.optedOut) return <OptedOutNotice conversation={conversation} />
  return (
    <Composer
      draftKey={id}
      to={theirNumber}
      from={ourNumber}
      name={contactName}
      onSend={(written, clear) => {
        outbox.send({ to: theirNumber, from: ourNumber, ...written })
        clear()
      }}
    >
      <SuggestedReply conversationId={id} onUse={(draft) => setDraft(id, draft)} />
    </Composer>
  )
}

function OptedOutNotice({ conversation: { theirNumber, ourNumber } }: { conversation: Conversation }) {
  const verdict = useVerdict({ to: theirNumber, from: ourNumber, body: '', hasMedia: false, sendAt: null }, true)
  return (
    <div className="flex shrink-0 items-start gap-2.5 border-t bg-caution-soft px-5 py-3.5">
      <MessageSquareOff aria-hidden className="mt-0.5 size-4 shrink-0 text-caution" />
      <p>
        <span className="font-medium">This person asked not to be texted.</span>{' '}
        {verdict?.reason ?? 'They can undo it by texting START.'} You can still call them.
      </p>
    </div>
  )
}
