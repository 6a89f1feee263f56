import { User } from 'lucide-react'
import type { Phone } from '../api/schemas.ts'

const deriveInitials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

export const PhoneAvatar = ({ phone }: { phone: Phone }) => (
  <span
    aria-hidden
    className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-ink"
  >
    {phone.name === '' ? <User size={16} /> : deriveInitials(phone.name)}
  </span>
)
