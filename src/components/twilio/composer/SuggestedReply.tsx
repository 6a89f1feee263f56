import { useQuery } from '@tanstack/react-query'
import { Sparkles, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { findSuggestion } from '@/hooks/api/messages'
import { itemsOf } from '@/hooks/cache/pages'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { useTimeline } from '@/hooks/useTimeline'
import { intentWords } from '../intent-words'
import { useDraft } from '../messages/use-draft'

type SuggestedReplyProps = { conversationId: string; onUse: (draft: string) => void }

/** Offers words for a text that waits for an answer, while nothing is written yet. It puts them into the field and sends nothing. */
export function SuggestedReply({ conversationId, onUse }: SuggestedReplyProps) {
  const [draft] = useDraft(conversationId)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const forbidden = useForbidden()('messages.send')
  const newest = itemsOf(useTimeline(conversationId).data).find((item) => item.kind === 'message')
  const waits = newest?.message.direction === 'inbound' ? newest.message : null
  const { data } = useQuery({
    queryKey: queryKeys.suggestion(waits?.id ?? ''),
    queryFn: ({ signal }) => findSuggestion(waits?.id ?? '', signal),
    enabled: waits !== null && forbidden === undefined,
    staleTime: 5 * 60_000,
  })
  if (!data || !waits || forbidden || draft !== '' || data.draft === '' || dismissed === waits.id) return null
  return (
    <section
      aria-label="Suggested reply"
      className="mb-2 flex items-center gap-2 rounded-md border border-dashed border-line-strong py-0.5 pr-0.5 pl-2.5 text-sm"
    >
      <Sparkles aria-hidden className="size-3.5 shrink-0 text-accent-ink" />
      <p className="min-w-0 flex-1 truncate text-ink-soft" title={data.draft}>
        <span className="font-medium text-ink">{intentWords[data.intent].word}</span> · {data.draft}
      </p>
      <Button size="small" variant="quiet" className="text-accent-ink" onClick={() => onUse(data.draft)}>
        Use
      </Button>
      <Button size="icon-small" variant="quiet" label="Hide the suggestion" onClick={() => setDismissed(waits.id)}>
        <X aria-hidden />
      </Button>
    </section>
  )
}
