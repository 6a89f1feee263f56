import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { Webhook } from '../api/schemas.ts'
import { announce } from '../parts/announcer.tsx'
import { Button } from '../parts/button.tsx'
import { deriveCurl } from './derive-curl.ts'

/** The request for a command line. A page that is not on localhost or HTTPS has no clipboard. */
export const CopyCurl = ({ webhook }: { webhook: Webhook }) => {
  const [copied, setCopied] = useState(false)
  if (!('clipboard' in navigator)) return null
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(deriveCurl(webhook))
    setCopied(true)
    announce('The curl command is copied.')
  }
  const Icon = copied ? Check : Copy
  return (
    <Button size="small" className="justify-self-start" onClick={() => void copy()}>
      <Icon aria-hidden size={13} />
      {copied ? 'Copied' : 'Copy as curl'}
    </Button>
  )
}
