import type { Conversation } from '@/shared/schemas/message'
import type { MessageDeletionReceipt } from '@/shared/schemas/message-deletion'
import type { TimelineItem } from '@/shared/schemas/timeline'
import { CallEntry } from './CallEntry'
import { MessageBubble } from './MessageBubble'
import { NoteBubble } from './NoteBubble'
import { ChangeLine, OptOutLine } from './QuietLine'

type TimelineEntryProps = {
  item: TimelineItem
  before: TimelineItem | undefined
  conversation: Conversation
  sought: boolean
  onDeleted: (receipt: MessageDeletionReceipt) => void
}

/** One entry of the timeline, each kind with its own look. */
export function TimelineEntry({ item, before, conversation, sought, onDeleted }: TimelineEntryProps) {
  switch (item.kind) {
    case 'message': {
      const continues = before?.kind === 'message' && before.message.direction === item.message.direction
      return <MessageBubble message={item.message} continues={continues} sought={sought} onDeleted={onDeleted} />
    }
    case 'call':
      return <CallEntry call={item.call} ourNumber={conversation.ourNumber} theirNumber={conversation.theirNumber} />
    case 'note':
      return <NoteBubble note={item.note} sought={sought} />
    case 'change':
      return <ChangeLine change={item.change} />
    case 'opt_out':
      return <OptOutLine optOut={item.optOut} />
  }
}
