import type { ReactNode } from 'react'

export function SettingsHeading({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-3">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-ink-soft">{lead}</p>
      </div>
      {children}
    </header>
  )
}
