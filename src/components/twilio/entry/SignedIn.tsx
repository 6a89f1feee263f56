import { Outlet } from '@tanstack/react-router'
import { keepFor } from '@/hooks/session-owner'
import { useMe } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { Shell } from '../shell/Shell'
import { SignInPage } from './SignInPage'

/** Shows the dashboard to who is signed in and the sign-in page, at the same address, to everybody else. */
export function SignedIn() {
  const { data: me, error, refetch } = useMe()
  if (me === null) return <SignInPage />
  if (me) {
    // Before anything that was kept is read.
    keepFor(me.id)
    return (
      <Shell me={me}>
        <Outlet />
      </Shell>
    )
  }
  if (!error) return null
  return (
    <main className="grid h-dvh place-items-center p-4">
      <ErrorNotice
        error={error}
        what="The dashboard cannot start."
        onRetry={() => void refetch()}
        className="max-w-md"
      />
    </main>
  )
}
