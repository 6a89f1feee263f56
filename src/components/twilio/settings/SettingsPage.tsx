import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useForbidden } from '@/hooks/useMe'
import { PageHeader } from '../shell/PageHeader'

const tabs = [
  { to: '/settings/numbers', label: 'Numbers', permission: 'numbers.read' },
  { to: '/settings/templates', label: 'Templates', permission: 'templates.read' },
  { to: '/settings/keywords', label: 'Keywords', permission: 'keywords.read' },
  { to: '/settings/suggestions', label: 'Suggestions', permission: 'ai_settings.read' },
  { to: '/settings/opt-outs', label: 'Opt-outs', permission: 'opt_outs.read' },
  { to: '/settings/rules', label: 'Sending rules', permission: 'permission_rules.read' },
  { to: '/settings/calls', label: 'Calls', permission: 'call_settings.read' },
  { to: '/settings/recording', label: 'Recording', permission: 'recording_rules.read' },
  { to: '/settings/people', label: 'People', permission: 'people.read' },
  { to: '/settings/api-keys', label: 'API keys', permission: 'api_keys.read' },
] as const

export function SettingsPage() {
  const forbidden = useForbidden()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const shown = tabs.filter(({ permission }) => !forbidden(permission))
  const current = shown.findIndex(({ to }) => path.includes(to))
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a narrow screen the tab may lie outside.
    bar.current?.children[current]?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <>
      <PageHeader title="Settings" />
      <nav ref={bar} aria-label="Settings" className="flex shrink-0 gap-1 overflow-x-auto border-b bg-surface px-3">
        {shown.map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            className="flex h-10 shrink-0 items-center border-b-2 border-transparent px-2 font-medium text-ink-soft hover:text-ink data-[status=active]:border-accent data-[status=active]:text-ink"
          >
            {label}
          </Link>
        ))}
      </nav>
      <div className="min-h-0 flex-1 overflow-y-auto p-4 md:p-6">
        <div className="mx-auto max-w-4xl">
          <Outlet />
        </div>
      </div>
    </>
  )
}
