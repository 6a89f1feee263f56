import type { ComponentProps } from 'react'

const looks = {
  primary: 'bg-accent text-white hover:bg-accent-hover',
  good: 'bg-good text-white hover:bg-good-hover',
  bad: 'bg-bad text-white hover:bg-bad-hover',
  plain: 'border border-line bg-surface text-ink hover:bg-hover',
  quiet: 'text-ink hover:bg-hover',
} as const

const sizes = { small: 'h-8 px-3 text-xs', medium: 'h-10 px-4', large: 'h-12 px-4' } as const

interface Props extends ComponentProps<'button'> {
  look?: keyof typeof looks
  size?: keyof typeof sizes
}

export const Button = ({ look = 'plain', size = 'medium', className = '', type = 'button', ...rest }: Props) => (
  <button
    // oxlint-disable-next-line react/button-has-type -- a prop with a safe default
    type={type}
    className={`inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium transition-colors disabled:opacity-60 ${looks[look]} ${sizes[size]} ${className}`}
    {...rest}
  />
)
