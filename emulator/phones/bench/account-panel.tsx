import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { account } from '../api/resources.ts'
import { useResource } from '../api/use-resource.ts'
import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { announce } from '../parts/announcer.tsx'
import { IconButton } from '../parts/icon-button.tsx'

const CopyRow = ({ label, value, shown = value }: { label: string; value: string; shown?: string }) => {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    announce(`${label} copied`)
  }
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="text-xs text-muted">{label}</p>
        <p className="truncate" title={value}>
          {shown}
        </p>
      </div>
      {/* A page that is not on localhost or HTTPS has no clipboard. */}
      {'clipboard' in navigator ? (
        <IconButton icon={copied ? Check : Copy} label={`Copy ${label}`} onClick={() => void copy()} />
      ) : null}
    </div>
  )
}

export const AccountPanel = () => {
  const { data } = useResource(account)
  return (
    <section aria-labelledby="account-title" className="grid gap-2">
      <h3 id="account-title" className="font-semibold">
        Account
      </h3>
      {data ? (
        <div className="grid gap-1">
          <CopyRow label="Account SID" value={data.accountSid} />
          <CopyRow label="Auth token" value={data.authToken} shown="••••••••" />
          {data.phoneNumbers.map((number) => (
            <CopyRow key={number} label="The firm’s number" value={number} shown={formatPhoneNumber(number)} />
          ))}
        </div>
      ) : null}
    </section>
  )
}
