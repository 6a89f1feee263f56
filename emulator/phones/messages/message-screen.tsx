import { useState } from 'react'
import { sendText } from '../api/actions.ts'
import { account, phones as allPhones } from '../api/resources.ts'
import type { Message } from '../api/schemas.ts'
import { useAction } from '../api/use-action.ts'
import { useResource } from '../api/use-resource.ts'
import { explainNoWay } from '../desk/explain-no-way.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { parsePhoneNumber } from '../format/parse-phone-number.ts'
import { Problem } from '../parts/problem.tsx'
import { Composer } from './composer.tsx'
import { derivePeer, derivePeers } from './derive-peers.ts'
import { otherPeer, PeerPicker } from './peer-picker.tsx'
import { Thread } from './thread.tsx'

interface Props {
  phoneNumber: string
  /** The newest first. */
  messages: Message[]
  /** Why the messages could not be read. */
  problem: string | undefined
  /** The thread on screen; undefined shows the latest. */
  peer: string | undefined
  onPeer: (peer: string) => void
  /** Somebody else who has just texted. */
  news: string | undefined
}

export const MessageScreen = ({ phoneNumber, messages, problem, peer, onPeer, news }: Props) => {
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState<string | undefined>()
  const { busy, error, run, clearError } = useAction()
  const phones = useResource(allPhones).data ?? []
  const firmNumbers = useResource(account).data?.phoneNumbers ?? []
  const peers = derivePeers(messages, firmNumbers).filter((each) => each !== phoneNumber)
  const chosen = peer ?? peers[0] ?? otherPeer
  const thread = messages.filter((message) => derivePeer(message) === chosen).toReversed()

  const send = async (text: { body: string; mediaUrls?: string[] }): Promise<boolean> => {
    const parsed = parsePhoneNumber(chosen === otherPeer ? typed : chosen)
    if (!parsed.ok) {
      setReason(parsed.reason)
      return false
    }
    const noWay = explainNoWay(parsed.phoneNumber, phones)
    if (noWay !== undefined) {
      setReason(noWay)
      return false
    }
    const sent = await run(() => sendText(phoneNumber, { to: parsed.phoneNumber, ...text }))
    if (sent) onPeer(parsed.phoneNumber)
    return sent
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PeerPicker
        peers={chosen === otherPeer || peers.includes(chosen) ? peers : [chosen, ...peers]}
        firmNumbers={firmNumbers}
        chosen={chosen}
        typed={typed}
        error={reason}
        onChoose={(next) => {
          clearError()
          onPeer(next)
        }}
        onType={(next) => {
          setReason(undefined)
          setTyped(next)
        }}
      />
      {news === undefined || news === chosen ? null : (
        <button
          type="button"
          onClick={() => onPeer(news)}
          className="mx-4 mb-1 rounded-lg bg-accent-soft px-3 py-1.5 text-left text-xs font-medium text-accent-ink hover:underline"
        >
          New text from {formatPhoneNumber(news)}: show it
        </button>
      )}
      <Thread
        messages={thread}
        label={`Messages on ${formatPhoneNumber(phoneNumber)}`}
        hint={
          chosen === otherPeer
            ? 'Only the firm’s numbers receive texts here.'
            : `Text ${formatPhoneNumber(chosen)} from this phone: the answer appears here.`
        }
      />
      {(error ?? problem) === undefined ? null : (
        <div className="px-3 pb-2">
          <Problem sentence={error ?? problem} />
        </div>
      )}
      {/* Whoever begins to write stays with this person, also when somebody else texts meanwhile. */}
      <div onFocus={() => peer === undefined && chosen !== otherPeer && onPeer(chosen)}>
        <Composer busy={busy} onSend={send} />
      </div>
    </div>
  )
}
