import type { ReactNode } from 'react'
import { Brand } from '../shell/Brand'

/** The frame of the pages before sign-in. */
export function EntryFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <main className="grid h-dvh place-items-center overflow-y-auto p-4">
      <div className="w-full max-w-88">
        <Brand />
        <h1 className="mt-6 text-xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-ink-soft">{lead}</p>}
        <div className="mt-6">{children}</div>
      </div>
    </main>
  )
}
