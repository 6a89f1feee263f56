import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps, MouseEvent } from 'react'
import { cn } from './cn'
import { Spinner } from './spinner'
import { Tooltip } from './tooltip'

const button = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md text-base font-medium transition-colors aria-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border bg-surface text-ink shadow-raised hover:bg-hover',
        quiet: 'text-ink-soft hover:bg-hover hover:text-ink',
        danger: 'bg-negative-solid text-on-solid hover:bg-negative-solid-hover',
        positive: 'bg-positive-solid text-on-solid hover:brightness-95',
      },
      size: {
        small: 'h-7 px-2.5 text-sm',
        medium: 'h-8 px-3',
        large: 'h-10 px-4',
        icon: 'size-8',
        'icon-small': 'size-7',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
)

type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof button> & {
    asChild?: boolean
    busy?: boolean
    /** Why the button cannot be used: it stays focusable and says so on hover and focus. */
    disabledReason?: string | undefined
    /** A name for icon buttons, shown as a tooltip as well. */
    label?: string
    shortcut?: string
  }

export function Button(props: ButtonProps) {
  const { variant, size, asChild, busy = false, disabledReason, label, shortcut, className, children, ...rest } = props
  const blocked = disabledReason !== undefined || busy
  const Element = asChild ? Slot.Root : 'button'
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault()
    else rest.onClick?.(event)
  }
  const element = (
    <Element
      type={asChild ? undefined : 'button'}
      {...rest}
      aria-label={label ?? rest['aria-label']}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      onClick={onClick}
      className={cn(
        button({ variant, size }),
        disabledReason !== undefined &&
          'border border-transparent bg-sunken text-ink-faint shadow-none hover:bg-sunken',
        className,
      )}
    >
      {asChild ? (
        children
      ) : (
        <>
          {busy && <Spinner />}
          {busy && size?.startsWith('icon') ? null : children}
        </>
      )}
    </Element>
  )
  const hint = disabledReason ?? label
  if (!hint) return element
  return (
    <Tooltip text={hint} shortcut={disabledReason === undefined ? shortcut : undefined}>
      {element}
    </Tooltip>
  )
}
