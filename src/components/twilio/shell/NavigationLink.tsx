import { Link } from '@tanstack/react-router'
import { CountBadge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { Tooltip } from '@/components/ui/tooltip'
import type { destinations } from './navigation'
import { useNavigationCount } from './use-navigation-count'

type NavigationLinkProps = { destination: (typeof destinations)[number]; folded: boolean }

export function NavigationLink({ destination, folded }: NavigationLinkProps) {
  const { to, label, icon: Icon, count: countName } = destination
  const count = useNavigationCount(countName)
  const link = (
    <Link
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      className={cn(
        'relative flex h-8 items-center gap-2.5 rounded-md px-2 font-medium text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-4.5 [&_svg]:shrink-0',
        'data-[status=active]:bg-selected data-[status=active]:text-ink',
        folded && 'w-8 justify-center px-0',
      )}
    >
      <Icon aria-hidden />
      <span className={cn('flex-1', folded && 'sr-only')}>{label}</span>
      {count && (
        <span className={cn(folded && 'absolute -top-1 -right-1.5 origin-top-right scale-85')}>
          <CountBadge {...count} />
        </span>
      )}
    </Link>
  )
  return folded ? (
    <Tooltip text={label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}
