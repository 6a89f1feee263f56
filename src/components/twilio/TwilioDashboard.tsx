import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { Toasts } from '@/components/ui/toasts'
import { TooltipProvider } from '@/components/ui/tooltip'
import { createQueryClient } from '@/hooks/query-client'
import { createDashboardRouter } from '@/routes/create-dashboard-router'

type TwilioDashboardProps = {
  /** Path the host serves the dashboard under, such as '/telephony'. */
  basePath?: string
}

/** The whole dashboard: sign-in, navigation, calls, texts, contacts, settings. A host needs main.css and our API on the same origin. */
export function TwilioDashboard({ basePath = '/' }: TwilioDashboardProps) {
  const [queryClient] = useState(createQueryClient)
  const [router] = useState(() => createDashboardRouter(basePath))
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <Toasts />
      </TooltipProvider>
    </QueryClientProvider>
  )
}
