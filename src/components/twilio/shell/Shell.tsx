import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, type ReactNode } from 'react'
import type { Me } from '@/hooks/api/me'
import { useLive } from '@/hooks/live/use-live'
import { useStoredFlag } from '@/hooks/use-stored-flag'
import { BottomBar } from './BottomBar'
import { ConnectionBanner } from './ConnectionBanner'
import { DashboardProvider } from './DashboardProvider'
import { DocumentTitle } from './DocumentTitle'
import { LiveAnnouncements } from './LiveAnnouncements'
import { SideNavigation } from './SideNavigation'

const PhoneBar = lazy(() => import('./PhoneBar').then((module) => ({ default: module.PhoneBar })))
const AfterCall = lazy(() => import('../calls/AfterCall').then((module) => ({ default: module.AfterCall })))

/** The frame of every page: navigation, the page, and the phone bar that follows while calls run. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const [folded, setFolded] = useStoredFlag('eva-navigation-folded')
  const live = useLive(me.id)
  const { pathname } = useLocation()
  return (
    <DashboardProvider>
      <DocumentTitle pathname={pathname} />
      <LiveAnnouncements />
      <a
        href="#page"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <div className="flex h-dvh flex-col md:flex-row">
        <SideNavigation me={me} folded={folded} onFold={setFolded} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <ConnectionBanner since={live.reconnectingSince} />
          <main id="page" tabIndex={-1} className="flex min-h-0 flex-1 flex-col focus:outline-none">
            {children}
          </main>
          <Suspense>
            <AfterCall />
            <PhoneBar />
          </Suspense>
        </div>
        <BottomBar me={me} />
      </div>
    </DashboardProvider>
  )
}
