import { MessageSquareReply, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { useKeywordChanges, useKeywords } from '@/hooks/useKeywords'
import { useForbidden } from '@/hooks/useMe'
import type { Keyword } from '@/shared/schemas/keyword'
import { ErrorNotice } from '../../ErrorNotice'
import { toastError } from '../../toast-error'
import { SettingsHeading } from '../SettingsHeading'
import { AutomaticReplies } from './AutomaticReplies'
import { KeywordDialog } from './KeywordDialog'
import { KeywordRow } from './KeywordRow'
import { TryKeywords } from './TryKeywords'

/** Rules that answer texts by their words, in the order they are asked; a box to try them; what they did lately. */
export function KeywordsPage() {
  const { data, error, isPending, refetch } = useKeywords()
  const { order } = useKeywordChanges()
  const [editing, setEditing] = useState<Keyword | 'new' | null>(null)
  const reason = useForbidden()('keywords.write')
  if (error && !data) {
    return <ErrorNotice error={error} what="The rules could not be read." onRetry={() => void refetch()} />
  }
  if (isPending) return <Skeleton className="h-64 rounded-lg" />
  const rules = data.items
  const move = (from: number, by: -1 | 1) => {
    const ids = rules.map((rule) => rule.id)
    const [moved] = ids.splice(from, 1)
    if (moved === undefined) return
    ids.splice(from + by, 0, moved)
    order.mutate(ids, { onError: (failure) => toastError('The order was not changed.', failure) })
  }
  return (
    <>
      <SettingsHeading
        title="Keywords"
        lead="The first rule that applies answers a text, once. STOP, START and HELP are Twilio’s; who asks to be left alone gets no answer."
      >
        <Button variant="primary" disabledReason={reason} onClick={() => setEditing('new')}>
          <Plus aria-hidden /> Add a rule
        </Button>
      </SettingsHeading>
      <div className="grid gap-4">
        <Card title="Rules">
          {rules.length === 0 ? (
            <EmptyState icon={MessageSquareReply} title="No rules yet">
              <p>A rule answers a word such as JOBS, tags who texted it, or gives the conversation to somebody.</p>
            </EmptyState>
          ) : (
            <ol aria-label="Rules" className="divide-y">
              {rules.map((rule, index) => (
                <KeywordRow
                  key={rule.id}
                  rule={rule}
                  onEdit={() => setEditing(rule)}
                  onUp={index === 0 ? undefined : () => move(index, -1)}
                  onDown={index === rules.length - 1 ? undefined : () => move(index, 1)}
                />
              ))}
            </ol>
          )}
        </Card>
        {rules.length > 0 && <TryKeywords />}
        <AutomaticReplies />
      </div>
      {editing !== null && <KeywordDialog rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  )
}
