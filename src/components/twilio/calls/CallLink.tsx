import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type CallLinkProps = { callSid: string | null; className?: string; children: ReactNode }

/** Leads to a call's page, once Twilio has confirmed the call. */
export function CallLink({ callSid, className, children }: CallLinkProps) {
  if (callSid === null) return <span className={className}>{children}</span>
  return (
    <Link to="/calls/$callSid" params={{ callSid }} className={cn('hover:underline', className)}>
      {children}
    </Link>
  )
}
