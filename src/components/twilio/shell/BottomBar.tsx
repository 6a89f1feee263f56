import { Link } from '@tanstack/react-router'
import { Ellipsis, Grid3x3, Search } from 'lucide-react'
import { CountBadge } from '@/components/ui/badge'
import { DropdownMenu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/dropdown-menu'
import type { Me } from '@/hooks/api/me'
import { useForbidden } from '@/hooks/useMe'
import { useDashboardActions } from './dashboard-actions'
import { destinations } from './navigation'
import { PersonMenuItems } from './PersonMenu'
import { useNavigationCount } from './use-navigation-count'

const item =
  'relative flex min-w-0 flex-1 flex-col items-center gap-0.5 pt-1.5 pb-1 text-xs font-medium text-ink-faint data-[status=active]:text-accent-ink [&_svg]:size-5'

/** The navigation under the thumb, on narrow screens. */
export function BottomBar({ me }: { me: Me }) {
  const { dial, openPalette } = useDashboardActions()
  const forbidden = useForbidden()
  const rest = destinations.slice(4).filter(({ permission }) => !permission || !forbidden(permission))
  return (
    <nav aria-label="Main" className="flex shrink-0 border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
      {destinations.slice(0, 4).map((destination) => (
        <BarLink key={destination.to} destination={destination} />
      ))}
      <DropdownMenu
        side="top"
        trigger={
          <button type="button" className={item}>
            <Ellipsis aria-hidden />
            More
          </button>
        }
      >
        {forbidden('calls.place') === undefined && (
          <MenuItem onSelect={() => dial()}>
            <Grid3x3 aria-hidden /> Dial pad
          </MenuItem>
        )}
        <MenuItem onSelect={openPalette}>
          <Search aria-hidden /> Search
        </MenuItem>
        <MenuSeparator />
        {rest.map(({ to, label, icon: Icon }) => (
          <MenuLink key={to}>
            <Link to={to}>
              <Icon aria-hidden /> {label}
            </Link>
          </MenuLink>
        ))}
        <MenuSeparator />
        <PersonMenuItems me={me} />
      </DropdownMenu>
    </nav>
  )
}

function BarLink({ destination }: { destination: (typeof destinations)[number] }) {
  const { to, label, icon: Icon, count: countName } = destination
  const count = useNavigationCount(countName)
  return (
    <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={item}>
      <Icon aria-hidden />
      {label}
      {count && (
        <span className="absolute top-0.5 left-1/2 ml-1">
          <CountBadge {...count} />
        </span>
      )}
    </Link>
  )
}
