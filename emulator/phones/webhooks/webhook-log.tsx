import { useState } from 'react'
import { webhooks } from '../api/resources.ts'
import type { Webhook } from '../api/schemas.ts'
import { useResource } from '../api/use-resource.ts'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { WebhookRow } from './webhook-row.tsx'

const matches = (webhook: Webhook, filter: string): boolean =>
  `${webhook.kind} ${webhook.url} ${Object.values(webhook.parameters).join(' ')} ${webhook.answer?.status ?? webhook.error}`
    .toLowerCase()
    .includes(filter.trim().toLowerCase())

/** Requests sent to the application, the newest above. */
export const WebhookLog = () => {
  const { data = [], error } = useResource(webhooks)
  const [filter, setFilter] = useState('')
  const found = data.filter((webhook) => matches(webhook, filter))
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-2 p-3">
        <Field
          label="Filter the webhooks"
          labelHidden
          type="search"
          placeholder="Filter by kind, URL, number, status"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Problem sentence={error} />
      </div>
      {found.length === 0 ? (
        <p className="px-4 py-2 text-muted">
          {data.length === 0
            ? 'Nothing yet. Text or call one of the firm’s numbers, and each request to the application appears here.'
            : 'No webhook matches.'}
        </p>
      ) : (
        <ol className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          {found.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </ol>
      )}
    </div>
  )
}
