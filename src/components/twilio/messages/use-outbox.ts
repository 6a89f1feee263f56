import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { ApiError } from '@/hooks/api/api-error'
import { sendMessage } from '@/hooks/api/messages'
import { applySent } from '@/hooks/cache/apply-timeline'
import { itemsOf, type Pages } from '@/hooks/cache/pages'
import { queryKeys } from '@/hooks/query-keys'
import type { Message } from '@/shared/schemas/message'
import type { TimelineItem } from '@/shared/schemas/timeline'
import { errorSentence } from '../error-sentence'

/** A text on its way to the server. `unsure`: no answer came, asking again with the same key is safe. */
export type OutgoingText = {
  key: string
  to: string
  from: string
  body: string
  mediaUrls: readonly string[]
  /** Not now but then. */
  later: { sendAt: string; cancelIfTheyReply: boolean } | null
  state: 'handing-over' | 'refused' | 'unsure' | 'stopped'
  /** Why it was not sent. */
  reason: string | null
  /** Texts of the thread when it was handed over: a newer one with the same words is this one. */
  known: ReadonlySet<string>
  /** The newest text of the thread then: who answers against an older one is stopped. */
  lastSeenMessageId: string | null
  /** Who answered meanwhile, when and with which text, if that stopped it. */
  answered: Answered | null
}

const Answered = z.object({ by: z.string(), at: z.string(), messageId: z.string() })
export type Answered = z.infer<typeof Answered>

type Words = Pick<OutgoingText, 'to' | 'from' | 'body' | 'mediaUrls' | 'later'>

/** The texts of one conversation that the server has not confirmed yet. None is shown as sent. */
export function useOutbox(conversationId: string) {
  const client = useQueryClient()
  const [texts, setTexts] = useState<OutgoingText[]>([])
  const timelines = () =>
    client.getQueriesData<Pages<TimelineItem>>({ queryKey: [...queryKeys.timelines, conversationId] })
  /** The texts of the thread, newest first, as far as any page of it was read. */
  const seen = () =>
    timelines()
      .flatMap(([, data]) => itemsOf(data))
      .flatMap((item) => (item.kind === 'message' ? item.message : []))
      .toSorted((one, other) => (`${one.createdAt} ${one.id}` < `${other.createdAt} ${other.id}` ? 1 : -1))
  const change = (key: string, part: Partial<OutgoingText>) =>
    setTexts((all) => all.map((text) => (text.key === key ? { ...text, ...part } : text)))
  const remove = (key: string) => setTexts((all) => all.filter((text) => text.key !== key))

  async function handOver({ key, to, from, body, mediaUrls, later, lastSeenMessageId }: OutgoingText) {
    try {
      const files = mediaUrls.length > 0 && { mediaUrls: [...mediaUrls] }
      const answer = await sendMessage({ to, from, body, ...files, ...later, lastSeenMessageId }, key)
      if ('heldUntil' in answer) {
        await client.invalidateQueries({ queryKey: queryKeys.scheduledMessages })
        remove(key)
        return
      }
      for (const [queryKey] of timelines()) {
        client.setQueryData<Pages<TimelineItem>>(queryKey, (data) => data && applySent(data, answer))
      }
      remove(key)
    } catch (error) {
      const answered = error instanceof ApiError && error.code === 'stale_thread' && Answered.safeParse(error.details)
      if (answered && answered.success) {
        // Their answer may not have come live.
        void client.invalidateQueries({ queryKey: [...queryKeys.timelines, conversationId] })
        change(key, { state: 'stopped', answered: answered.data, reason: errorSentence(error) })
        return
      }
      const refused = error instanceof ApiError && error.surelyNothingDone
      change(key, { state: refused ? 'refused' : 'unsure', reason: errorSentence(error) })
    }
  }

  function begin({ to, from, body, mediaUrls, later }: Words, messages: Message[], lastSeenMessageId: string | null) {
    const outgoing: OutgoingText = {
      to,
      from,
      body,
      mediaUrls,
      later,
      key: crypto.randomUUID(),
      state: 'handing-over',
      reason: null,
      known: new Set(messages.map((message) => message.id)),
      lastSeenMessageId,
      answered: null,
    }
    setTexts((all) => [...all, outgoing])
    void handOver(outgoing)
  }

  return {
    texts,
    remove,
    send(text: Words) {
      const messages = seen()
      begin(text, messages, messages[0]?.id ?? null)
    },
    /** Sends a text in spite of the answer that stopped it; a further answer stops it again. */
    sendAnyway(text: OutgoingText) {
      remove(text.key)
      begin(text, seen(), text.answered?.messageId ?? null)
    },
    /** The same text with the same key: if the first try reached the server, nothing is sent twice. */
    tryAgain(text: OutgoingText) {
      change(text.key, { state: 'handing-over', reason: null })
      void handOver(text)
    },
  }
}

export type Outbox = ReturnType<typeof useOutbox>
