import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '@/hooks/api/api-error'
import { sendMessage } from '@/hooks/api/messages'
import { applyMessage } from '@/hooks/cache/apply-message'
import { itemsOf, type Pages } from '@/hooks/cache/pages'
import { queryKeys } from '@/hooks/query-keys'
import type { Message } from '@/shared/schemas/message'
import { errorSentence } from '../error-sentence'

/** A text on its way to the server. `unsure`: no answer came, asking again with the same key is safe. */
export type OutgoingText = {
  key: string
  to: string
  from: string
  body: string
  mediaUrls: readonly string[]
  state: 'handing-over' | 'refused' | 'unsure' | 'held'
  /** Why it was refused or waits. */
  reason: string | null
  /** Texts of the thread when it was handed over: a newer one with the same words is this one. */
  known: ReadonlySet<string>
}

/** The texts of one conversation that the server has not confirmed yet. None is shown as sent. */
export function useOutbox(conversationId: string) {
  const client = useQueryClient()
  const [texts, setTexts] = useState<OutgoingText[]>([])
  const thread = () => client.getQueryData<Pages<Message>>(queryKeys.thread(conversationId))
  const change = (key: string, part: Partial<OutgoingText>) =>
    setTexts((all) => all.map((text) => (text.key === key ? { ...text, ...part } : text)))
  const remove = (key: string) => setTexts((all) => all.filter((text) => text.key !== key))

  async function handOver({ key, to, from, body, mediaUrls }: OutgoingText) {
    try {
      const answer = await sendMessage(
        { to, from, body, ...(mediaUrls.length > 0 && { mediaUrls: [...mediaUrls] }) },
        key,
      )
      if ('heldUntil' in answer) {
        change(key, { state: 'held', reason: answer.reason })
        return
      }
      client.setQueryData<Pages<Message>>(
        queryKeys.thread(answer.conversationId),
        (data) => data && applyMessage(data, answer),
      )
      remove(key)
    } catch (error) {
      const refused = error instanceof ApiError && error.surelyNothingDone
      change(key, { state: refused ? 'refused' : 'unsure', reason: errorSentence(error) })
    }
  }

  return {
    texts,
    remove,
    send(text: { to: string; from: string; body: string; mediaUrls?: readonly string[] }) {
      const outgoing: OutgoingText = {
        mediaUrls: [],
        ...text,
        key: crypto.randomUUID(),
        state: 'handing-over',
        reason: null,
        known: new Set(itemsOf(thread()).map((message) => message.id)),
      }
      setTexts((all) => [...all, outgoing])
      void handOver(outgoing)
    },
    /** The same text with the same key: if the first try reached the server, nothing is sent twice. */
    tryAgain(text: OutgoingText) {
      change(text.key, { state: 'handing-over', reason: null })
      void handOver(text)
    },
  }
}

export type Outbox = ReturnType<typeof useOutbox>
