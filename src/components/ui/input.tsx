import type { ComponentProps } from 'react'
import { cn } from './cn'

const field =
  'w-full rounded-md border border-line-strong/60 bg-surface text-base text-ink transition-colors hover:border-line-strong focus:border-focus focus:outline-1 focus:outline-focus focus:outline-offset-0 aria-invalid:border-negative disabled:bg-sunken disabled:text-ink-faint'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...props} className={cn(field, 'h-8 px-2.5', className)} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" {...props} className={cn(field, 'px-2.5 py-1.5', className)} />
}

/** The platform's own picker: keyboard, screen readers and phones know it. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select {...props} className={cn(field, 'h-8 pr-7 pl-2', className)} />
}
