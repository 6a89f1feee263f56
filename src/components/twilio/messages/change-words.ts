import type { ConversationChange } from '@/shared/schemas/conversation'
import type { OptOut } from '@/shared/schemas/opt-out'

/** What was done with a conversation, as one line. `until` is as the viewer reads it. */
export function changeWords(change: ConversationChange, isMine: boolean, until: string): string {
  const who = isMine ? 'You' : (change.byName ?? 'EVA')
  switch (change.what) {
    case 'assigned':
      return `${who} assigned it to ${change.assigneeName === change.byName ? (isMine ? 'yourself' : 'themselves') : change.assigneeName}`
    case 'unassigned':
      return `${who} took the assignment back`
    case 'snoozed':
      return `${who} snoozed it until ${until}`
    case 'done':
      return `${who} marked it done`
    case 'reopened':
      return change.by === null ? 'Opened again by their text' : `${who} opened it again`
    case 'woke':
      return 'Back from being snoozed'
  }
}

/** An entry of the ledger of opt-outs, as one line. */
export function optOutWords(entry: OptOut): string {
  const what = entry.kind === 'opted_out' ? 'Opted out of texts' : 'Agreed to texts again'
  const how = {
    keyword: entry.words ? ` by “${entry.words}”` : '',
    twilio: ', says Twilio',
    manual: entry.words ? `: “${entry.words}”` : ', noted by hand',
    import: ', by an import',
  }
  return what + how[entry.source]
}
