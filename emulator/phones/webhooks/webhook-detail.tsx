import type { ReactNode } from 'react'
import type { Webhook } from '../api/schemas.ts'
import { CopyCurl } from './copy-curl.tsx'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h3 className="font-medium text-muted">{title}</h3>
    <div className="wrap-anywhere">{children}</div>
  </div>
)

/** The whole exchange: what went out, with which signature, and what came back. */
export const WebhookDetail = ({ id, webhook }: { id: string; webhook: Webhook }) => (
  <div id={id} className="grid gap-3 bg-raised px-4 py-3 text-xs">
    <CopyCurl webhook={webhook} />
    <Part title="Request">
      {webhook.method} {webhook.url}
      {webhook.attempt > 1 ? ` (attempt ${webhook.attempt})` : ''}
    </Part>
    <Part title="Parameters">
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3">
        {Object.entries(webhook.parameters).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="whitespace-pre-wrap">{value === '' ? '(empty)' : value}</dd>
          </div>
        ))}
      </dl>
    </Part>
    <Part title="X-Twilio-Signature">{webhook.signature === '' ? 'none' : webhook.signature}</Part>
    {webhook.error === '' ? null : <Part title="What went wrong">{webhook.error}</Part>}
    {webhook.answer ? (
      <Part title={`Answer ${webhook.answer.status} ${webhook.answer.contentType}`}>
        <pre className="font-mono text-[11px] leading-4 whitespace-pre-wrap">
          {webhook.answer.body === '' ? '(empty)' : webhook.answer.body}
        </pre>
      </Part>
    ) : null}
  </div>
)
