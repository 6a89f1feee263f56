import { Grid3x3, PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import { Tooltip } from '@/components/ui/tooltip'
import type { Me } from '@/hooks/api/me'
import { useForbidden } from '@/hooks/useMe'
import { Brand } from './Brand'
import { useDashboardActions } from './dashboard-actions'
import { NavigationLink } from './NavigationLink'
import { destinations } from './navigation'
import { PersonMenu } from './PersonMenu'
import { paletteKeys } from './palette-keys'

type SideNavigationProps = { me: Me; folded: boolean; onFold: (folded: boolean) => void }

export function SideNavigation({ me, folded, onFold }: SideNavigationProps) {
  const { dial, openPalette } = useDashboardActions()
  const forbidden = useForbidden()
  const fold = (
    <Button
      variant="quiet"
      size="icon-small"
      label={folded ? 'Unfold navigation' : 'Fold navigation'}
      onClick={() => onFold(!folded)}
    >
      {folded ? <PanelLeftOpen /> : <PanelLeftClose />}
    </Button>
  )
  return (
    <header
      className={cn(
        'hidden shrink-0 flex-col border-r bg-canvas px-2 py-2.5 md:flex',
        folded ? 'w-13 items-center' : 'w-54',
      )}
    >
      <div className={cn('flex items-center justify-between', folded ? 'flex-col gap-2' : 'pr-0 pl-1')}>
        <Brand folded={folded} />
        {fold}
      </div>

      <div className={cn('mt-3 flex gap-1.5', folded && 'flex-col')}>
        <Hint text="Search or go to" show={folded}>
          <button
            type="button"
            {...(folded && { 'aria-label': 'Search' })}
            onClick={openPalette}
            className={cn(
              'flex h-8 flex-1 items-center gap-2 rounded-md border bg-surface px-2 text-ink-faint hover:bg-hover hover:text-ink [&_svg]:size-4',
              folded && 'size-8 flex-none justify-center px-0',
            )}
          >
            <Search aria-hidden />
            {!folded && (
              <>
                <span className="mr-auto">Search</span>
                <span aria-hidden className="max-lg:hidden">
                  <Kbd>{paletteKeys}</Kbd>
                </span>
              </>
            )}
          </button>
        </Hint>
        <Button
          size="icon"
          label="Dial pad"
          shortcut="c"
          disabledReason={forbidden('calls.place')}
          onClick={() => dial()}
        >
          <Grid3x3 />
        </Button>
      </div>

      <nav aria-label="Main" className="mt-3 flex flex-1 flex-col gap-0.5">
        {destinations
          .filter(({ permission }) => !permission || forbidden(permission) === undefined)
          .map((destination) => (
            <NavigationLink key={destination.to} destination={destination} folded={folded} />
          ))}
      </nav>
      <PersonMenu me={me} folded={folded} />
    </header>
  )
}

function Hint({ text, show, children }: { text: string; show: boolean; children: React.ReactNode }) {
  if (!show) return children
  return (
    <Tooltip text={text} side="right">
      {children}
    </Tooltip>
  )
}
