import { createRouter } from '@tanstack/react-router'
import { PageFailed } from '@/components/twilio/shell/PageFailed'
import { PageLoading } from '@/components/twilio/shell/PageLoading'
import { routeTree } from './route-tree'

/** The dashboard's router on the browser's history. */
export function createDashboardRouter(basepath: string) {
  return createRouter({
    routeTree,
    basepath,
    defaultPreload: 'intent',
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: PageFailed,
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDashboardRouter>
  }
}
