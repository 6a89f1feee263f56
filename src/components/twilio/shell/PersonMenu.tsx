import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronsUpDown, Keyboard, LogOut, Monitor, Moon, Smartphone, Sun } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/components/ui/cn'
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu'
import { signOut, type Me } from '@/hooks/api/me'
import { keepFor } from '@/hooks/session-owner'
import { queryKeys } from '@/hooks/query-keys'
import { useTheme, type Theme } from '@/hooks/use-theme'
import { toastError } from '../toast-error'
import { useDashboardActions } from './dashboard-actions'

/** Who is signed in, and what concerns only them. */
export function PersonMenu({ me, folded }: { me: Me; folded: boolean }) {
  return (
    <DropdownMenu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          {...(folded && { 'aria-label': me.name })}
          className={cn(
            'flex items-center gap-2 rounded-md p-1 text-left hover:bg-hover',
            folded ? 'justify-center' : 'w-full',
          )}
        >
          <Avatar name={me.name} className="size-7" />
          {!folded && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{me.name}</span>
                <span className="block truncate text-xs text-ink-faint first-letter:uppercase">{me.role}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 text-ink-faint" />
            </>
          )}
        </button>
      }
    >
      <PersonMenuItems me={me} />
    </DropdownMenu>
  )
}

const looks: { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
  { theme: 'system', label: 'Like the system', icon: Monitor },
]

export function PersonMenuItems({ me }: { me: Me }) {
  const client = useQueryClient()
  const { theme, setTheme } = useTheme()
  const { openHelp, openOwnPhone } = useDashboardActions()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      keepFor(null)
      client.setQueryData(queryKeys.me, null)
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKeys.me[0] })
    },
    onError: (error) => toastError('You are still signed in.', error),
  })
  return (
    <>
      <MenuLabel>{me.email ?? me.name}</MenuLabel>
      {looks.map(({ theme: look, label, icon: Icon }) => (
        <MenuItem key={look} onSelect={() => setTheme(look)}>
          <Icon aria-hidden /> {label}
          {theme === look && <span className="ml-auto text-xs text-ink-faint">on</span>}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={openHelp}>
        <Keyboard aria-hidden /> Keyboard
      </MenuItem>
      {me.type === 'person' && (
        <MenuItem onSelect={openOwnPhone}>
          <Smartphone aria-hidden /> Your phone
        </MenuItem>
      )}
      {me.type === 'person' && (
        <MenuItem onSelect={() => leave.mutate()}>
          <LogOut aria-hidden /> Sign out
        </MenuItem>
      )}
    </>
  )
}
